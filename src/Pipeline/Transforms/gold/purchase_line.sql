select
    line.line_id,
    line.request_number,
    line.part_code,
    line.family_name,
    site.site_code,
    realigned.site_code as site_code_realigned,
    -- As in gold.supplier, whose names are not unique.
    if(supplier.supplier_kind = 'INDIVIDUAL', person_key('PF', line.supplier_key), line.supplier_key) as supplier_key,
    line.requisitioned_on,
    line.requested_on,
    line.ordered_on,
    line.quantity,
    line.unit,
    line.request_to_order_days,
    line.is_service,
    line.is_retroactive,
    line.repeat_ordinal,
    line.quality_flags,
    line.source_file,
    line.source_row
from silver.purchase_line as line
join gold.site as site on site.name = line.site_code
join gold.site as realigned on realigned.name = coalesce(line.site_code_realigned, 'UNKNOWN')
join silver.supplier as supplier on supplier.supplier_key = line.supplier_key
