with months as (
    select
        date_trunc('month', requested_on)::date as month,
        count(*) as lines,
        count(*) filter (is_service) as service_lines,
        count(request_to_order_days) as cycle_count,
        sum(request_to_order_days) as cycle_days,
        quantile_cont(request_to_order_days, [0.5, 0.9]) as cycle_quantiles,
        count(*) filter (is_retroactive) as retroactive_lines,
        count(*) filter (repeat_ordinal > 1) as repeated_lines
    from gold.purchase_line
    group by all
),
-- One grouping for each kind of member: they spill where several count(distinct …) side by side could not.
requests as (
    select month, count(*) as requests
    from (
        select date_trunc('month', requested_on)::date as month, request_number
        from gold.purchase_line
        where request_number is not null
        group by all
    )
    group by month
),
parts as (
    select month, count(*) as parts
    from (select date_trunc('month', requested_on)::date as month, part_code from gold.demand_daily group by all)
    group by month
),
suppliers as (
    select month, count(*) filter (supplier_key <> 'UNKNOWN') as suppliers
    from (select date_trunc('month', requested_on)::date as month, supplier_key from gold.purchase_line group by all)
    group by month
),
sites as (
    select month, count(*) filter (site_code <> 'UNKNOWN') as sites
    from (select date_trunc('month', requested_on)::date as month, site_code from gold.demand_daily group by all)
    group by month
)
select
    month,
    calendar_day.is_stable_window,
    lines::integer as lines,
    (lines - service_lines)::integer as material_lines,
    service_lines::integer as service_lines,
    coalesce(requests, 0)::integer as requests,
    parts::integer as parts,
    suppliers::integer as suppliers,
    sites::integer as sites,
    cycle_count::integer as cycle_count,
    (cycle_days / nullif(cycle_count, 0))::decimal(18, 6) as cycle_mean,
    cycle_quantiles[1]::decimal(18, 6) as cycle_median,
    cycle_quantiles[2]::decimal(18, 6) as cycle_p90,
    retroactive_lines::integer as retroactive_lines,
    (retroactive_lines / lines)::decimal(18, 6) as retroactive_share,
    repeated_lines::integer as repeated_lines
from months
join parts using (month)
join suppliers using (month)
join sites using (month)
left join requests using (month)
join gold.calendar_day as calendar_day on calendar_day.date = months.month
