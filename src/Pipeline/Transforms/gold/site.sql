-- Every site of the registry and every site that a line, a count or a forecast names.
with named as (
    select site_code as name, true as has_purchases, bool_or(site_trust = 'LOW_TRUST') as low_trust
    from silver.purchase_line
    group by site_code
    union all
    select site_code_realigned, true, bool_or(site_trust = 'LOW_TRUST')
    from silver.purchase_line
    where site_code_realigned is not null
    group by site_code_realigned
    union all
    select 'UNKNOWN', false, false
    from silver.purchase_line
    where site_code_realigned is null
    group by all
    union all
    select site_code, false, false from silver.stock group by all
    union all
    select site_code, false, false from silver.forecast where site_code is not null group by all
    union all
    select site_code, false, false from silver.site
),
site as (
    select name, bool_or(has_purchases) as has_purchases, bool_or(low_trust) as low_trust
    from named
    group by name
),
-- The order of the rules matters: words of the trade first, then the shapes of client codes; letters alone are somebody's name.
classed as (
    select
        *,
        case
            when name = 'UNKNOWN' then 'UNKNOWN'
            when code.starts_with('ALMOX') then 'WAREHOUSE'
            when code.starts_with('ESCRIT') then 'OFFICE'
            when regexp_full_match(code, '(GER|NEO)[ _-]?[A-Z]{2}|NORDEST(E)?') then 'REGIONAL'
            when regexp_full_match(code, '(EQUIPE|PESSOA FISICA)[ -]?[0-9]+') then 'PERSON_OR_CONTRACTOR'
            when regexp_full_match(code, 'SE[ _-][A-Z ]+|SE[A-Z]{2}|REP[ _-]?[A-Z]{3}|[A-Z]{2,3}|[A-Z]{3}0?[0-9]') then 'SUBSTATION'
            when regexp_full_match(code, '[A-Z ]{6,}[0-9]') then 'PERSON_OR_CONTRACTOR'
            when regexp_matches(code, '[0-9]') then 'TOWER'
            else 'PERSON_OR_CONTRACTOR'
        end as kind
    from site, lateral (select upper(strip_accents(name)) as code)
),
states(uf) as (
    select unnest([
        'AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA', 'PB', 'PE', 'PI', 'PR',
        'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO'
    ])
),
-- Where client codes carry the state: BA+ABC001, TC+PE+ABC0001, PE+P-ABC-001, SP+4-ABC-001, GER+BA, ALMOX-BA.
placed as (
    select
        classed.*,
        case
            when kind = 'TOWER' then coalesce(
                nullif(regexp_extract(code, '^TC([A-Z]{2})[A-Z]{3}[0-9]{3}', 1), ''),
                nullif(regexp_extract(code, '^([A-Z]{2})[P4]-?[A-Z]{3}-?[0-9]', 1), ''),
                nullif(regexp_extract(code, '^([A-Z]{2})[A-Z]{3,5}[0-9]', 1), ''))
            when kind in ('REGIONAL', 'WAREHOUSE') then nullif(regexp_extract(code, '^(?:GER|NEO|ALMOX)[ _-]*([A-Z]{2})$', 1), '')
        end as state_code
    from classed
)
select
    if(kind = 'PERSON_OR_CONTRACTOR', person_key('PC', name), name) as site_code,
    name,
    kind,
    states.uf as state,
    registry.site_code is not null as is_in_registry,
    list_min(list_transform(registry.site_ids, lambda id: try_cast(id as integer))) as registry_id,
    has_purchases,
    case when not has_purchases then 'NO_PURCHASES' when low_trust then 'LOW_TRUST' else 'AS_DELIVERED' end as trust
from placed
left join states on states.uf = placed.state_code
left join silver.site as registry on registry.site_code = placed.name
