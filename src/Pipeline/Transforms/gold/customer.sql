with cleaned as (
    select customer_code, customer_name, upper(strip_accents(customer_name)) as words
    from silver.customer
),
cut as (
    select
        *,
        nullif(regexp_extract(words, '[ -](AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ|RN|RO|RR|RS|SC|SE|SP|TO)$', 1), '') as state,
        trim(regexp_replace(words, ' *\b(PREVENTIVA|CORRETIVA|OBRAS CIVIS|SHELTER)\b', '', 'g')) as without_work
    from cleaned
)
select
    customer_code,
    customer_name as name,
    case
        when regexp_matches(words, '^(NAO INFORMADO|ALMOXARIFADO|UNKNOWN)') then null
        when state is null then without_work
        else trim(left(without_work, length(without_work) - 2), ' -')
    end as operator,
    case
        when contains(words, 'PREVENTIVA') then 'PREVENTIVE'
        when contains(words, 'CORRETIVA') then 'CORRECTIVE'
        when contains(words, 'OBRAS CIVIS') then 'CIVIL_WORKS'
        when contains(words, 'SHELTER') then 'SHELTER'
    end as service_line,
    state
from cut
