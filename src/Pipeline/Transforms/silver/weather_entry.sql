SELECT city_id,
    regexp_extract(city_id, '^(.+)_([a-z]{2})$', 1) AS city,
    upper(regexp_extract(city_id, '^(.+)_([a-z]{2})$', 2)) AS state,
    TRY_CAST(latitude AS DOUBLE) AS latitude, TRY_CAST(longitude AS DOUBLE) AS longitude, TRY_CAST(elevation AS DOUBLE) AS elevation,
    TRY_CAST(time AS TIMESTAMP) AS time_utc,
    TRY_CAST(temperature_2m AS DECIMAL(18, 6)) AS temperature,
    TRY_CAST(relative_humidity_2m AS DECIMAL(18, 6)) AS humidity,
    TRY_CAST(precipitation AS DECIMAL(18, 6)) AS precipitation,
    TRY_CAST(wind_speed_10m AS DECIMAL(18, 6)) AS wind_speed,
    CASE WHEN NOT regexp_full_match(city_id, '.+_[a-z]{2}') THEN 'BAD_CITY'
         WHEN TRY_CAST(time AS TIMESTAMP) IS NULL THEN 'UNREADABLE_DATE'
         WHEN (temperature_2m IS NOT NULL AND TRY_CAST(temperature_2m AS DECIMAL(18, 6)) IS NULL)
            OR (relative_humidity_2m IS NOT NULL AND TRY_CAST(relative_humidity_2m AS DECIMAL(18, 6)) IS NULL)
            OR (precipitation IS NOT NULL AND TRY_CAST(precipitation AS DECIMAL(18, 6)) IS NULL)
            OR (wind_speed_10m IS NOT NULL AND TRY_CAST(wind_speed_10m AS DECIMAL(18, 6)) IS NULL) THEN 'NON_NUMERIC_VALUE' END AS rule,
    source_rank, source_file, source_sha256, source_row
FROM bronze.open_meteo
