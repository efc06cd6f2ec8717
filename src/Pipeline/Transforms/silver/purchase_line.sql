WITH trust AS (
    -- Materials without a depot beside services with one are the mark of a column that has slipped.
    SELECT CASE WHEN count(*) FILTER (WHERE NOT is_service AND depot IS NULL) > 0 AND count(depot) FILTER (WHERE is_service) > 0
        THEN 'LOW_TRUST' ELSE 'AS_DELIVERED' END AS site_trust
    FROM silver.purchase_cleaned
),
lines AS (
    SELECT line.*,
        coalesce(delivered.site_code, 'UNKNOWN') AS site_code,
        coalesce(delivered.is_in_registry, false) AS is_site_in_registry,
        CASE WHEN NOT line.is_service THEN realigned.site_code END AS site_code_realigned,
        coalesce(repeat.ordinal, 1)::INTEGER AS repeat_ordinal,
        coalesce(ordered_on < requested_on, false) AS is_retroactive
    FROM silver.purchase_cleaned AS line
    LEFT JOIN silver.purchase_repeat AS repeat ON repeat.source_row = line.source_row
    LEFT JOIN silver.depot AS delivered ON delivered.depot = line.depot
    LEFT JOIN silver.depot_realigned AS moved ON moved.source_row = line.source_row
    LEFT JOIN silver.depot AS realigned ON realigned.depot = moved.depot
    WHERE line.rule IS NULL
)
SELECT md5(content::VARCHAR || '/' || repeat_ordinal) AS line_id,
    request_number, part_code, part_name, family_name, supplier_name, supplier_key, supplier_kind,
    depot, site_code, is_site_in_registry, site_code_realigned, site_trust,
    quantity, unit, unit_delivered, requisitioned_on, requested_on, ordered_on,
    CASE WHEN NOT is_retroactive THEN ordered_on - requested_on END::INTEGER AS request_to_order_days,
    is_service, is_retroactive, repeat_ordinal,
    list_filter([
        CASE WHEN NOT regexp_full_match(part_code, '\d{4}|\d{6}') THEN 'CODE_PATTERN_ODD' END,
        CASE WHEN quantity <> floor(quantity) AND unit IN ('UN', 'PC', 'PÇ', 'PAR', 'CJ', 'CX') THEN 'FRACTIONAL_UNIT' END,
        CASE WHEN is_order_date_odd THEN 'ORDER_DATE_OUT_OF_RANGE' END,
        CASE WHEN repeat_ordinal > 1 THEN 'REPEATED_LINE' END,
        CASE WHEN is_retroactive THEN 'RETROACTIVE_ORDER' END,
        CASE WHEN NOT is_site_in_registry THEN 'SITE_UNKNOWN' END,
        CASE WHEN unit <> unit_delivered THEN 'UNIT_NORMALISED' END
    ], lambda flag: flag IS NOT NULL) AS quality_flags,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM lines, trust
