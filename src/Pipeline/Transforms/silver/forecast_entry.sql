-- One bad row refuses its whole file: a forecast whose maker can't be trusted in one row can't be in the others.
WITH entries AS (
    SELECT clean_text(series_id) AS series_id, clean_text(part_code) AS part_code, clean_text(site_code) AS site_code,
        clean_text(family) AS family_name, parse_day(clean_text(ds)) AS ds,
        parse_quantity(yhat) AS yhat, parse_quantity(yhat_lower) AS yhat_lower, parse_quantity(yhat_upper) AS yhat_upper,
        clean_text(model_name) AS model_name, clean_text(model_version) AS model_version,
        clean_text(generated_at) AS generated_text,
        -- Without an offset it is UTC, whatever the session's time zone.
        CASE WHEN regexp_matches(clean_text(generated_at), ':\d{2}.*(Z|[+-]\d{2}(:?\d{2})?)$')
            THEN TRY_CAST(clean_text(generated_at) AS TIMESTAMPTZ) AT TIME ZONE 'UTC'
            ELSE TRY_CAST(clean_text(generated_at) AS TIMESTAMP) END AS generated_at,
        clean_text(dataset_id) AS dataset_id, clean_text(source) AS forecast_source,
        coalesce(upper(clean_text(provenance)), 'UNKNOWN') AS provenance,
        exceeds_quantity(yhat) OR exceeds_quantity(yhat_lower) OR exceeds_quantity(yhat_upper) AS is_out_of_range,
        clean_text(yhat_lower) AS lower_text, clean_text(yhat_upper) AS upper_text,
        source_rank, source_file, source_sha256, source_row
    FROM bronze.forecast
),
parts AS (
    SELECT DISTINCT part_code AS known_part FROM silver.purchase_line
),
judged AS (
    SELECT entries.*,
        CASE WHEN model_version IS NULL THEN 'MISSING_MODEL_VERSION'
             WHEN generated_text IS NULL THEN 'MISSING_GENERATED_AT'
             WHEN forecast_source IS NULL THEN 'MISSING_SOURCE'
             WHEN dataset_id IS NULL THEN 'MISSING_DATASET_ID'
             WHEN generated_at IS NULL THEN 'UNREADABLE_GENERATED_AT'
             WHEN generated_at >= getvariable('today') + INTERVAL 1 DAY THEN 'GENERATED_IN_FUTURE'
             WHEN ds IS NULL THEN 'UNREADABLE_DATE'
             WHEN part_code IS NULL AND family_name IS NULL THEN 'MISSING_PART_CODE'
             WHEN part_code IS NOT NULL AND known_part IS NULL THEN 'UNKNOWN_PART'
             WHEN is_out_of_range THEN 'QTY_OUT_OF_RANGE'
             WHEN yhat IS NULL OR (lower_text IS NOT NULL AND yhat_lower IS NULL) OR (upper_text IS NOT NULL AND yhat_upper IS NULL)
                THEN 'NON_NUMERIC_QTY'
             WHEN yhat < 0 THEN 'NEGATIVE_FORECAST'
             WHEN yhat_lower > yhat OR yhat > yhat_upper THEN 'INTERVAL_INVERTED' END AS own_rule
    FROM entries LEFT JOIN parts ON parts.known_part = entries.part_code
)
SELECT * EXCLUDE (generated_text, is_out_of_range, lower_text, upper_text),
    arg_min(own_rule, source_row) FILTER (WHERE own_rule IS NOT NULL) OVER (PARTITION BY source_file, source_sha256) AS rule,
    min(source_row) FILTER (WHERE own_rule IS NOT NULL) OVER (PARTITION BY source_file, source_sha256) AS refused_for_row
FROM judged
