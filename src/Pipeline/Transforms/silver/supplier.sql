WITH names AS (
    SELECT supplier_key, supplier_name, any_value(supplier_kind) AS supplier_kind, count(*) AS lines
    FROM silver.purchase_line
    GROUP BY ALL
)
SELECT supplier_key,
    coalesce(first(supplier_name ORDER BY lines DESC, supplier_name) FILTER (WHERE supplier_name IS NOT NULL), 'UNKNOWN') AS display_name,
    max(supplier_kind) AS supplier_kind,
    count(supplier_name) AS name_count
FROM names
GROUP BY supplier_key
