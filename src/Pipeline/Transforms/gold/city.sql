select
    city_id as city_code,
    upper(replace(any_value(city), '_', ' ')) as name,
    any_value(state) as state,
    arg_max(latitude, time_utc)::decimal(18, 6) as latitude,
    arg_max(longitude, time_utc)::decimal(18, 6) as longitude,
    arg_max(elevation, time_utc)::decimal(18, 6) as elevation
from silver.weather_hourly
group by city_id
