select
    account as account_name,
    amount::decimal(18, 2) as amount,
    (amount / nullif(sum(amount) over (), 0))::decimal(18, 6) as share
from silver.expense
