-- The export filled the depot column top down with the depots of the material lines, and left the end empty. When there are as many depots as
-- material lines, the k-th depot therefore belongs to the k-th material line. With any other count nothing can be said.
WITH depots AS (
    SELECT depot, row_number() OVER (ORDER BY source_row) AS k FROM silver.purchase_cleaned WHERE depot IS NOT NULL
),
materials AS (
    SELECT source_row, row_number() OVER (ORDER BY source_row) AS k FROM silver.purchase_cleaned WHERE NOT is_service
)
SELECT materials.source_row, depots.depot
FROM materials JOIN depots USING (k)
WHERE (SELECT count(depot) = count(*) FILTER (WHERE NOT is_service) FROM silver.purchase_cleaned)
