-- Each spelling once, so that the dear text work is done per name and not per line.
WITH names AS (
    SELECT nome_fornec AS delivered, clean_text(nome_fornec) AS name
    FROM bronze.purchase_sheet
    WHERE nome_fornec IS NOT NULL
    GROUP BY ALL
),
keyed AS (
    SELECT delivered, without_tax_numbers(name) AS supplier_name, supplier_key_of(name) AS own_key, names_a_person(name) AS is_person
    FROM names
),
resolved AS (
    SELECT keyed.*, coalesce(silver.supplier_alias.supplier_key, own_key, 'UNKNOWN') AS supplier_key
    FROM keyed LEFT JOIN silver.supplier_alias ON silver.supplier_alias.alias_key = keyed.own_key
)
SELECT delivered, supplier_name, supplier_key,
    -- One key is one kind; where spellings disagree, the one that protects a person wins.
    CASE WHEN supplier_key = 'UNKNOWN' THEN 'UNKNOWN'
         WHEN bool_or(is_person) OVER (PARTITION BY supplier_key) THEN 'INDIVIDUAL' ELSE 'COMPANY' END AS supplier_kind
FROM resolved
