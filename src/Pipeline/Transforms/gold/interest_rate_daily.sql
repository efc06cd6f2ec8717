select
    date,
    series,
    rate,
    (rate - lag(rate) over (partition by series order by date))::decimal(18, 6) as change
from silver.interest_rate
