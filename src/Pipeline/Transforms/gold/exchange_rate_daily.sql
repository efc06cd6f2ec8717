select
    date,
    currency,
    buy,
    sell,
    lag(date) over previous as previous_date,
    (sell / lag(sell) over previous - 1)::decimal(18, 6) as change
from silver.exchange_rate
window previous as (partition by currency order by date)
