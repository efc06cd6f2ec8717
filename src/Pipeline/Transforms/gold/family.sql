select family_name as name, bool_and(is_service) as is_service
from silver.purchase_line
group by family_name
