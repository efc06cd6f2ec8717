-- The same cells may stand in a file twice, and a sheet may be refused for the same reason twice: a number tells them apart.
with numbered as (
    select *, row_number() over (partition by source, source_sha256, source_row, rule, raw order by reason, source_file) as repetition
    from silver.quarantine
)
select
    md5(json_array(source, source_sha256, source_row, rule, raw, repetition)::varchar) as row_id,
    source,
    source_file,
    source_row,
    rule,
    reason,
    quantity,
    raw
from numbered
