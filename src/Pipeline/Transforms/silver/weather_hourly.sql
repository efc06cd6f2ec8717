-- Hours come in GMT. A day in the gold layer is one of America/Bahia, three hours behind all year round since 2019.
SELECT city, state, city_id, latitude, longitude, elevation, time_utc,
    time_utc - INTERVAL 3 HOUR AS local_time,
    CAST(time_utc - INTERVAL 3 HOUR AS DATE) AS local_date,
    temperature, humidity, precipitation, wind_speed,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM silver.weather_entry
WHERE rule IS NULL
QUALIFY row_number() OVER (PARTITION BY city_id, time_utc ORDER BY source_rank DESC, source_row DESC) = 1
