with months as (
    select date_trunc('month', requested_on)::date as month, count(*) as lines
    from silver.purchase_line
    group by all
),
-- Months at either end with fewer lines than the share of the median month are still filling up or running out.
threshold as (
    select median(lines) * getvariable('stable_window_share') as lines from months
),
stable as (
    select min(months.month) as first_month, max(months.month) as last_month
    from months, threshold
    where months.lines >= threshold.lines
),
spans as (
    select min(requested_on) as first_date, max(requested_on) as last_date from silver.purchase_line
    union all
    select min(local_date), max(local_date) from silver.weather_hourly
    union all
    select min(date), max(date) from silver.exchange_rate
    union all
    select min(date), max(date) from silver.interest_rate
    union all
    select getvariable('today'), getvariable('today')
),
years as (
    select unnest(range(year(min(first_date)), year(max(last_date)) + 1)) as year
    from spans
),
-- Easter Sunday after the anonymous Gregorian algorithm; // is integer division.
easter as (
    select year, make_date(year, month, day) as sunday
    from years,
        lateral (select year % 19 as a, year // 100 as b, year % 100 as c),
        lateral (select (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30 as h),
        lateral (select (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7 as l),
        lateral (select (a + 11 * h + 22 * l) // 451 as m),
        lateral (select (h + l - 7 * m + 114) // 31 as month, (h + l - 7 * m + 114) % 31 + 1 as day)
),
holidays as (
    select make_date(year, month, day) as date, name, scope
    from years, (values
        (1, 1, 'Confraternização Universal', 'NATIONAL', 0),
        (4, 21, 'Tiradentes', 'NATIONAL', 0),
        (5, 1, 'Dia do Trabalho', 'NATIONAL', 0),
        (7, 2, 'Independência da Bahia', 'BAHIA', 0),
        (9, 7, 'Independência do Brasil', 'NATIONAL', 0),
        (10, 12, 'Nossa Senhora Aparecida', 'NATIONAL', 0),
        (11, 2, 'Finados', 'NATIONAL', 0),
        (11, 15, 'Proclamação da República', 'NATIONAL', 0),
        -- National since Law 14.759 of 2023; before it only some states and cities kept it.
        (11, 20, 'Consciência Negra', 'NATIONAL', 2024),
        (12, 25, 'Natal', 'NATIONAL', 0)
    ) as fixed(month, day, name, scope, since)
    where year >= since
    union all
    select (sunday + days)::date, name, scope
    from easter, (values
        (-48, 'Carnaval', 'CUSTOMARY'),
        (-47, 'Carnaval', 'CUSTOMARY'),
        (-2, 'Paixão de Cristo', 'NATIONAL'),
        (60, 'Corpus Christi', 'CUSTOMARY')
    ) as moving(days, name, scope)
),
-- Two holidays can fall on one day (Tiradentes and Paixão de Cristo in 2000): the one of wider scope names it.
named as (
    select
        date,
        arg_max(name, (scope = 'NATIONAL', scope = 'BAHIA', name)) as name,
        arg_max(scope, (scope = 'NATIONAL', scope = 'BAHIA', name)) as scope
    from holidays
    group by date
),
days as (
    select unnest(generate_series(make_date(min(year), 1, 1), make_date(max(year), 12, 31), interval 1 day))::date as date
    from years
)
select
    date,
    year(date)::integer as year,
    quarter(date)::integer as quarter,
    month(date)::integer as month,
    date_trunc('month', date)::date as month_start,
    isoyear(date)::integer as iso_year,
    weekofyear(date)::integer as iso_week,
    isodow(date)::integer as weekday,
    isodow(date) >= 6 as is_weekend,
    named.name as holiday_name,
    named.scope as holiday_scope,
    isodow(date) <= 5 and named.name is null as is_business_day,
    coalesce(date_trunc('month', date) between first_month and last_month, false) as is_stable_window
from days
left join named using (date)
cross join stable
