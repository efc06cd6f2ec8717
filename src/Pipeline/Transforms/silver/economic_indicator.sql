SELECT indicator, indicator_name, month, CASE WHEN missing_marker IS NULL THEN value END AS value, missing_marker, unit,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.sidra_entry
WHERE rule IS NULL AND NOT is_part_of_index
QUALIFY row_number() OVER (PARTITION BY indicator, month ORDER BY source_rank DESC, source_row DESC) = 1
