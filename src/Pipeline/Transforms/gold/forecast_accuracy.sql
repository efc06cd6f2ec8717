with log as (
    select min(requested_on) as first_day, max(requested_on) as last_day from gold.purchase_line
),
forecast as (
    select demand_forecast.*, part.family_name, part.unit
    from gold.demand_forecast as demand_forecast
    join gold.part as part using (part_code)
    cross join log
    where not demand_forecast.is_synthetic and demand_forecast.date between log.first_day and log.last_day
),
demand as (
    select requested_on, part_code, unit, site_code, sum(quantity) as quantity
    from gold.demand_daily
    group by grouping sets ((requested_on, part_code, unit, site_code), (requested_on, part_code, unit))
),
series as (
    select
        forecast.forecast_run_id,
        forecast.model_name,
        forecast.model_version,
        forecast.date,
        forecast.part_code,
        forecast.site_code,
        forecast.family_name,
        forecast.yhat,
        forecast.yhat_lower,
        forecast.yhat_upper,
        coalesce(demand.quantity, 0) as y,
        forecast.date < forecast.generated_at::date as is_backtest
    from forecast
    left join demand
        on demand.requested_on = forecast.date
        and demand.part_code = forecast.part_code
        and demand.unit = forecast.unit
        and coalesce(demand.site_code, 'ALL') = forecast.site_code
),
-- A forecast for all sites already holds those of single sites.
parts as (
    select
        forecast_run_id,
        any_value(model_name) as model_name,
        any_value(model_version) as model_version,
        date,
        part_code,
        any_value(family_name) as family_name,
        coalesce(sum(yhat) filter (site_code = 'ALL'), sum(yhat)) as yhat,
        coalesce(sum(y) filter (site_code = 'ALL'), sum(y)) as y,
        any_value(is_backtest) as is_backtest
    from series
    group by forecast_run_id, date, part_code
),
pairs as (
    select forecast_run_id, model_name, model_version, 'SERIES' as level, date, yhat, y, is_backtest,
        if(yhat_lower is null or yhat_upper is null, null, y between yhat_lower and yhat_upper) as is_covered
    from series
    union all
    select forecast_run_id, model_name, model_version, 'PART', date, yhat, y, is_backtest, null
    from parts
    union all
    select forecast_run_id, any_value(model_name), any_value(model_version), 'FAMILY', date, sum(yhat), sum(y), any_value(is_backtest), null
    from parts
    group by forecast_run_id, date, family_name
    union all
    select forecast_run_id, any_value(model_name), any_value(model_version), 'TOTAL', date, sum(yhat), sum(y), any_value(is_backtest), null
    from parts
    group by forecast_run_id, date
)
select
    forecast_run_id,
    level,
    date_trunc('month', date)::date as month,
    any_value(model_name) as model_name,
    any_value(model_version) as model_version,
    count(*)::integer as observations,
    count(*) filter (is_backtest)::integer as backtest_observations,
    (sum(abs(y - yhat)) / nullif(sum(y), 0))::decimal(18, 6) as wape,
    -- Each ratio is rounded first: a sum of decimals does not depend on its order.
    (sum((abs(y - yhat) / nullif(y, 0))::decimal(28, 12)) / nullif(count(*) filter (y > 0), 0))::decimal(18, 6) as mape,
    (sum(yhat - y) / nullif(sum(y), 0))::decimal(18, 6) as bias,
    (count(*) filter (is_covered) / nullif(count(is_covered), 0))::decimal(18, 6) as interval_coverage
from pairs
group by forecast_run_id, level, date_trunc('month', date)
