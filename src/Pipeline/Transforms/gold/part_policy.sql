-- Every deviation comes from n·Σx² − (Σx)² of whole numbers (quantities in ten-thousandths), which is exact:
-- the same lines give the same figures, in whatever order and on however many threads they are added up.
with stable as (
    select
        min(date) as first_day,
        max(date) as last_day,
        count(*) as days,
        count(distinct month_start) as months
    from gold.calendar_day
    where is_stable_window
),
requested as (
    select part_code, unit, requested_on, (sum(quantity) * 10000)::hugeint as quantity, sum(lines) as lines
    from gold.demand_daily, stable
    where unit <> 'SR' and requested_on between first_day and last_day
    group by part_code, unit, requested_on
),
by_month as (
    select part_code, unit, date_trunc('month', requested_on) as month,
        sum(quantity) as quantity, sum(quantity * quantity) as squares, count(*) as buying_days, sum(lines) as lines
    from requested
    group by all
),
by_unit as (
    select part_code, unit,
        sum(quantity) as total, sum(squares) as daily_squares, sum(quantity * quantity) as monthly_squares,
        sum(buying_days) as buying_days, sum(lines) as lines
    from by_month
    group by part_code, unit
),
usual as (
    select part_code, arg_min(unit, (-lines, unit)) as unit, sum(lines) as lines from by_unit group by part_code
),
cycles as (
    select
        part_code,
        count(request_to_order_days) as n,
        sum(request_to_order_days) as total,
        sum(request_to_order_days::bigint * request_to_order_days) as squares
    from gold.purchase_line
    where not is_service
    group by part_code
),
ranked as (
    select
        part_code,
        unit,
        lines,
        sum(lines) over () as all_lines,
        coalesce(sum(lines) over (order by lines desc, part_code rows between unbounded preceding and 1 preceding), 0) as lines_before
    from usual
),
measured as (
    select
        ranked.*,
        stable.*,
        demand.total / 10000 as total,
        demand.buying_days,
        demand.total / 10000 / stable.days as daily_mean,
        sqrt((stable.days * demand.daily_squares - demand.total * demand.total) / (stable.days * (stable.days - 1))) / 10000 as daily_stddev,
        stable.days / demand.buying_days as adi,
        (demand.buying_days * demand.daily_squares - demand.total * demand.total) / (demand.total * demand.total) as cv_squared,
        sqrt((stable.months * demand.monthly_squares - demand.total * demand.total) / (demand.total * demand.total)) as monthly_cv,
        cycles.n,
        cycles.total / nullif(cycles.n, 0) as cycle_mean,
        case
            when cycles.n > 1 then sqrt((cycles.n * cycles.squares - cycles.total * cycles.total) / (cycles.n * (cycles.n - 1)))
        end as cycle_stddev
    from ranked
    join by_unit as demand using (part_code, unit)
    join cycles using (part_code)
    cross join stable
),
stocked as (
    select
        -- Classes are cut on the figures that are shown.
        * replace (
            adi::decimal(18, 6) as adi,
            cv_squared::decimal(18, 6) as cv_squared,
            monthly_cv::decimal(18, 6) as monthly_cv
        ),
        getvariable('service_level_z')::double * sqrt(cycle_mean * daily_stddev ** 2 + daily_mean ** 2 * cycle_stddev ** 2) as safety_stock
    from measured
)
select
    part_code,
    unit,
    first_day as window_start,
    last_day as window_end,
    days::integer as window_days,
    lines::integer as lines,
    buying_days::integer as buying_days,
    total::decimal(18, 4) as total_quantity,
    daily_mean::decimal(18, 6) as daily_mean,
    daily_stddev::decimal(18, 6) as daily_stddev,
    adi,
    cv_squared,
    case
        when adi < getvariable('adi_limit') then if(cv_squared < getvariable('cv_squared_limit'), 'SMOOTH', 'ERRATIC')
        else if(cv_squared < getvariable('cv_squared_limit'), 'INTERMITTENT', 'LUMPY')
    end as pattern,
    case
        when lines_before < getvariable('abc_a_limit') * all_lines then 'A'
        when lines_before < getvariable('abc_b_limit') * all_lines then 'B'
        else 'C'
    end as abc_class,
    (lines_before / all_lines)::decimal(18, 6) as abc_share_before,
    case
        when monthly_cv < getvariable('xyz_x_limit') then 'X'
        when monthly_cv < getvariable('xyz_y_limit') then 'Y'
        else 'Z'
    end as xyz_class,
    monthly_cv,
    n::integer as cycle_count,
    cycle_mean::decimal(18, 6) as cycle_mean,
    cycle_stddev::decimal(18, 6) as cycle_stddev,
    getvariable('service_level_z')::decimal(18, 6) as service_level_z,
    safety_stock::decimal(18, 6) as safety_stock,
    (daily_mean * cycle_mean + safety_stock)::decimal(18, 6) as reorder_point,
    policy_formula(
        getvariable('service_level_z')::decimal(18, 6), cycle_mean::decimal(18, 6), daily_stddev::decimal(18, 6), daily_mean::decimal(18, 6),
        cycle_stddev::decimal(18, 6), safety_stock::decimal(18, 6), (daily_mean * cycle_mean + safety_stock)::decimal(18, 6)
    ) as formula,
    if(buying_days < getvariable('confident_buying_days') or n < 2, 'LOW', 'NORMAL') as confidence,
    case when n = 0 then 'NO_CYCLE_TIMES' when n = 1 then 'TOO_FEW_CYCLE_TIMES' end as reason
from stocked
