select
    city_id as city_code,
    local_date as date,
    min(temperature)::decimal(18, 6) as temperature_min,
    avg(temperature)::decimal(18, 6) as temperature_mean,
    max(temperature)::decimal(18, 6) as temperature_max,
    avg(humidity)::decimal(18, 6) as humidity_mean,
    sum(precipitation)::decimal(18, 6) as rain_sum,
    max(wind_speed)::decimal(18, 6) as wind_max,
    count(*)::integer as hours_seen,
    sum(precipitation) >= getvariable('heavy_rain_mm') as is_heavy_rain
from silver.weather_hourly
group by city_id, local_date
