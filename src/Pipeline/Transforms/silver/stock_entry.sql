-- A part that was never bought has no name, family or unit to show beside its stock. A site may be new: gold takes its sites from here too.
SELECT parse_day(clean_text(date)) AS date, clean_text(part) AS part_code, clean_text(site) AS site_code,
    parse_quantity(on_hand) AS on_hand, parse_quantity(on_order) AS on_order,
    CASE WHEN clean_text(date) IS NULL THEN 'MISSING_DATE'
         WHEN NOT coalesce(is_plausible_day(parse_day(clean_text(date))), false) THEN 'DATE_OUT_OF_RANGE'
         WHEN clean_text(part) IS NULL THEN 'MISSING_PART_CODE'
         WHEN clean_text(site) IS NULL THEN 'MISSING_SITE_CODE'
         WHEN exceeds_quantity(on_hand) OR exceeds_quantity(on_order) THEN 'QTY_OUT_OF_RANGE'
         WHEN parse_quantity(on_hand) IS NULL OR (clean_text(on_order) IS NOT NULL AND parse_quantity(on_order) IS NULL) THEN 'NON_NUMERIC_QTY'
         WHEN parse_quantity(on_hand) < 0 OR parse_quantity(on_order) < 0 THEN 'NEGATIVE_QTY'
         WHEN clean_text(part) NOT IN (SELECT part_code FROM silver.purchase_line) THEN 'UNKNOWN_PART' END AS rule,
    source_rank, source_file, source_sha256, source_row
FROM bronze.stock
