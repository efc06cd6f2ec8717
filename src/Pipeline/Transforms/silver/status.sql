SELECT clean_text(status) AS status, source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM bronze.status_list
WHERE clean_text(status) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY clean_text(status) ORDER BY source_row) = 1
