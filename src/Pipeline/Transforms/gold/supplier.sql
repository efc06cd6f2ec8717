select
    if(supplier_kind = 'INDIVIDUAL', person_key('PF', supplier_key), supplier_key) as supplier_key,
    display_name,
    supplier_kind as kind,
    name_count::integer as spellings
from silver.supplier
