SELECT date, part_code, site_code, on_hand, on_order, source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.stock_entry
WHERE rule IS NULL
QUALIFY row_number() OVER (PARTITION BY date, part_code, site_code ORDER BY source_rank DESC, source_row DESC) = 1
