with marked as (
    select
        *,
        coalesce(
            contains(lower(strip_accents(indicator_name)), 'variacao mensal'),
            indicator in ('IPCA', 'IPCA15', 'INPC')) as is_rate_of_change
    from silver.economic_indicator
),
framed as (
    select
        *,
        count(value) over last_year = 12 and min(month) over last_year = month - interval 11 months as is_full_year,
        list(value) over last_year as changes
    from marked
    window last_year as (partition by indicator order by month rows between 11 preceding and current row)
)
select
    indicator,
    month,
    indicator_name,
    value,
    unit,
    is_rate_of_change,
    case
        when is_rate_of_change and is_full_year
            then (100 * (list_product(list_transform(changes, lambda change: 1 + change::double / 100)) - 1))::decimal(18, 6)
    end as twelve_month_accumulated,
    case
        when value is null then 'NOT_PUBLISHED'
        when not is_rate_of_change then 'NOT_A_RATE_OF_CHANGE'
        when not is_full_year then 'FEWER_THAN_TWELVE_MONTHS'
    end as reason
from framed
