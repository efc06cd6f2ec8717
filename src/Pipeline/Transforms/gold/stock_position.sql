select stock.date, stock.part_code, site.site_code, stock.on_hand, stock.on_order
from silver.stock as stock
join gold.site as site on site.name = stock.site_code
