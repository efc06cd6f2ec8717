with units as (
    select part_code, unit, count(*) as lines
    from silver.purchase_line
    group by part_code, unit
),
usual as (
    select part_code, arg_min(unit, (-lines, unit)) as unit, count(*) > 1 as has_mixed_units
    from units
    group by part_code
),
newest as (
    select
        part_code,
        arg_max(part_name, (requested_on, line_id)) as name,
        arg_max(family_name, (requested_on, line_id)) as family_name,
        min(requested_on) as first_requested_on,
        max(requested_on) as last_requested_on
    from silver.purchase_line
    group by part_code
)
select
    part_code,
    name,
    family_name,
    unit,
    has_mixed_units,
    unit = 'SR' as is_service,
    first_requested_on,
    last_requested_on
from newest
join usual using (part_code)
