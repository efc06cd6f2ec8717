SELECT date, 'SELIC' AS series, rate, source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.selic_day
WHERE rule IS NULL
QUALIFY row_number() OVER (PARTITION BY date ORDER BY source_rank DESC, source_row DESC) = 1
