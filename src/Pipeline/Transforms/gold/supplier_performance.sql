with suppliers as (
    select
        supplier_key,
        count(*) as lines,
        count(request_to_order_days) as cycle_count,
        sum(request_to_order_days) as cycle_days,
        quantile_cont(request_to_order_days, [0.5, 0.9]) as cycle_quantiles,
        count(*) filter (request_to_order_days <= 7) as quick_lines,
        count(*) filter (is_retroactive) as retroactive_lines,
        max(ordered_on) as last_ordered_on
    from gold.purchase_line
    group by supplier_key
),
parts as (
    select supplier_key, count(*) as parts from gold.part_supplier group by supplier_key
)
select
    supplier_key,
    lines::integer as lines,
    parts::integer as parts,
    (lines / sum(lines) over ())::decimal(18, 6) as share,
    cycle_count::integer as cycle_count,
    (cycle_days / nullif(cycle_count, 0))::decimal(18, 6) as cycle_mean,
    cycle_quantiles[1]::decimal(18, 6) as cycle_median,
    cycle_quantiles[2]::decimal(18, 6) as cycle_p90,
    (quick_lines / nullif(cycle_count, 0))::decimal(18, 6) as share_within7_days,
    (retroactive_lines / lines)::decimal(18, 6) as retroactive_share,
    last_ordered_on
from suppliers
join parts using (supplier_key)
