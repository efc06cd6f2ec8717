SELECT clean_text(customer_code) AS customer_code, clean_text(customer_name) AS customer_name,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM bronze.customer_list
WHERE clean_text(customer_code) IS NOT NULL AND clean_text(customer_name) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY clean_text(customer_code) ORDER BY source_row) = 1
