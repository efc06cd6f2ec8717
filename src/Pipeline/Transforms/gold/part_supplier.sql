with pairs as (
    select
        part_code,
        supplier_key,
        count(*) as lines,
        count(request_to_order_days) as cycle_count,
        sum(request_to_order_days) as cycle_days,
        max(requested_on) as last_requested_on
    from gold.purchase_line
    group by part_code, supplier_key
)
select
    part_code,
    supplier_key,
    lines::integer as lines,
    (lines / sum(lines) over (partition by part_code))::decimal(18, 6) as share,
    count(*) over (partition by part_code) = 1 as is_sole_source,
    (cycle_days / nullif(cycle_count, 0))::decimal(18, 6) as cycle_mean,
    last_requested_on
from pairs
