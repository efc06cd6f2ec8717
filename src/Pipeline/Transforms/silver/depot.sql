-- A depot is cut at ten characters. It is the site of that code, or else the only one that begins so, or else itself and not known.
WITH depots AS (
    SELECT DISTINCT depot FROM silver.purchase_cleaned WHERE depot IS NOT NULL
),
candidates AS (
    SELECT depot,
        max(site_code) FILTER (WHERE upper(site_code) = upper(depot)) AS itself,
        count(site_code) AS fitting,
        max(site_code) AS only_one
    FROM depots LEFT JOIN silver.site ON starts_with(upper(site_code), upper(depot))
    GROUP BY depot
)
SELECT depot,
    CASE WHEN itself IS NOT NULL THEN itself WHEN fitting = 1 THEN only_one ELSE depot END AS site_code,
    itself IS NOT NULL OR fitting = 1 AS is_in_registry
FROM candidates
