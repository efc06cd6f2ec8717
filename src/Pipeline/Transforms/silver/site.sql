SELECT site_code,
    list(site_id ORDER BY source_row) AS site_ids,
    count(*) AS registry_rows,
    arg_min(source_file, source_row) AS source_file,
    arg_min(source_sha256, source_row) AS source_sha256,
    min(source_row) AS source_row,
    any_value(run_id) AS run_id
FROM silver.site_entry
GROUP BY site_code
