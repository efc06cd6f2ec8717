with broken as (
    select run_id, source, rule, 'QUARANTINE' as kind
    from silver.quarantine
    union all
    select run_id, 'purchase_sheet', unnest(quality_flags), 'FLAG'
    from silver.purchase_line
)
select run_id, source, rule, kind, count(*) as rows
from broken
group by run_id, source, rule, kind
