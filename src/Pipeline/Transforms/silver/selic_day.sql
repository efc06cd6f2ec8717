SELECT CAST(try_strptime(trim(date), '%d/%m/%Y') AS DATE) AS date, parse_rate(value) AS rate,
    CASE WHEN try_strptime(trim(date), '%d/%m/%Y') IS NULL THEN 'UNREADABLE_DATE'
         WHEN parse_rate(value) IS NULL THEN 'NON_NUMERIC_RATE' END AS rule,
    source_rank, source_file, source_sha256, source_row
FROM bronze.selic
