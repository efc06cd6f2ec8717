with parts as (
    select
        date_trunc('month', requested_on)::date as month,
        family_name,
        unit,
        part_code,
        sum(quantity) as quantity,
        count(*) as lines
    from gold.purchase_line
    group by all
),
months as (
    select month, family_name, unit, sum(quantity) as quantity, sum(lines) as lines, count(*) as parts
    from parts
    group by month, family_name, unit
),
requests as (
    select month, family_name, unit, count(*) as requests
    from (
        select date_trunc('month', requested_on)::date as month, family_name, unit, request_number
        from gold.purchase_line
        where request_number is not null
        group by all
    )
    group by month, family_name, unit
)
select
    month,
    family_name,
    unit,
    calendar_day.is_stable_window,
    quantity::decimal(18, 4) as quantity,
    lines::integer as lines,
    coalesce(requests, 0)::integer as requests,
    parts::integer as parts
from months
left join requests using (month, family_name, unit)
join gold.calendar_day as calendar_day on calendar_day.date = months.month
