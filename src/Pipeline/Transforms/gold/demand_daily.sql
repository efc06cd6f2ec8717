-- Counting by request first keeps the aggregation small enough to spill; count(distinct …) could not.
with requests as (
    select requested_on, part_code, site_code, unit, request_number, sum(quantity) as quantity, count(*) as lines
    from gold.purchase_line
    group by requested_on, part_code, site_code, unit, request_number
)
select
    requested_on,
    part_code,
    site_code,
    unit,
    sum(quantity)::decimal(18, 4) as quantity,
    sum(lines)::integer as lines,
    count(request_number)::integer as requests
from requests
group by requested_on, part_code, site_code, unit
