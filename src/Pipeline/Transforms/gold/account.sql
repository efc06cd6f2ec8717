select account as name
from silver.expense
group by account
