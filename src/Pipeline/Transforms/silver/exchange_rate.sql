SELECT CAST(quoted_at AS DATE) AS date, currency, buy, sell, parity_buy, parity_sell, quoted_at,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.ptax_bulletin
WHERE is_closing AND rule IS NULL
QUALIFY row_number() OVER (
    PARTITION BY CAST(quoted_at AS DATE), currency ORDER BY source_rank DESC, ptax_bulletin.quoted_at DESC, source_row DESC) = 1
