SELECT series_id, part_code, site_code, family_name, ds, yhat, yhat_lower, yhat_upper, model_name, model_version, generated_at, dataset_id,
    forecast_source, provenance,
    md5(concat_ws(chr(31), dataset_id, coalesce(model_name, ''), model_version, generated_at::VARCHAR)) AS forecast_run_id,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.forecast_entry
WHERE rule IS NULL
QUALIFY row_number() OVER (
    PARTITION BY dataset_id, model_name, model_version, generated_at, part_code, site_code, family_name, ds ORDER BY source_rank DESC, source_row DESC) = 1
