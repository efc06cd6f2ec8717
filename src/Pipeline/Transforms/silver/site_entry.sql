-- The registry as delivered: a code may stand there twice, with two ids.
SELECT clean_text(site_id) AS site_id, clean_text(site_name) AS site_code,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM bronze.site_list
WHERE clean_text(site_id) IS NOT NULL AND clean_text(site_name) IS NOT NULL
