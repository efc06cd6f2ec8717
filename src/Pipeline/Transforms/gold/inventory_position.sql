with newest as (
    select part_code, site_code, max(date) as date, arg_max(on_hand, date) as on_hand, arg_max(on_order, date) as on_order
    from gold.stock_position
    group by part_code, site_code
),
stock as (
    select part_code, max(date) as counted_on, sum(on_hand) as on_hand, sum(on_order) as on_order
    from newest
    group by part_code
),
source as (
    select count(*) > 0 as has_stock from gold.stock_position
),
positions as (
    select
        part.part_code,
        coalesce(policy.unit, part.unit) as unit,
        stock.counted_on,
        stock.on_hand,
        stock.on_order,
        policy.daily_mean,
        stock.on_hand * policy.window_days / policy.total_quantity as coverage_days,
        stock.on_hand::double - policy.daily_mean * policy.cycle_mean as surplus,
        sqrt(policy.cycle_mean * policy.daily_stddev ** 2 + policy.daily_mean ** 2 * policy.cycle_stddev ** 2) as deviation,
        policy.reorder_point,
        case
            when not source.has_stock then 'NO_STOCK_SOURCE'
            when stock.part_code is null then 'NO_STOCK_FOR_PART'
            when policy.part_code is null then 'NO_DEMAND_IN_WINDOW'
            else policy.reason
        end as reason
    from gold.part as part
    cross join source
    left join stock using (part_code)
    left join gold.part_policy as policy using (part_code)
    where not part.is_service
),
-- DuckDB has no normal distribution. Hart's rational approximation, in Horner form, is exact to double precision.
tails as (
    select
        *,
        exp(-z * z / 2)
            * ((((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x
                + 112.079291497871) * x + 221.213596169931) * x + 220.206867912376)
            / (((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x
                + 296.564248779674) * x + 637.333633378831) * x + 793.826512519948) * x + 440.413735824752) as tail
    from positions,
        -- Demand that never varies is met or not: far out on either side.
        lateral (select case when deviation > 0 then surplus / deviation when surplus is not null then if(surplus < 0, -99, 99) end as z),
        lateral (select least(abs(z), 7) as x)
)
select
    part_code,
    unit,
    counted_on,
    on_hand::decimal(18, 4) as on_hand,
    on_order::decimal(18, 4) as on_order,
    daily_mean,
    coverage_days::decimal(18, 6) as coverage_days,
    if(z < 0, 1 - tail, tail)::decimal(18, 6) as stockout_probability,
    case
        when coverage_days < getvariable('critical_coverage_days') then 'CRITICAL'
        when coverage_days < getvariable('high_coverage_days') then 'HIGH'
        when coverage_days < getvariable('medium_coverage_days') then 'MEDIUM'
        when coverage_days is not null then 'NONE'
    end as alert_level,
    case
        when on_hand is not null and reorder_point is not null
            then greatest(reorder_point - on_hand - coalesce(on_order, 0), 0)::decimal(18, 6)
    end as suggested_quantity,
    reason
from tails
