-- Only the lines that repeat an earlier one. A narrow table, so that the window over all lines stays small.
SELECT source_row, ordinal
FROM (
    SELECT source_row, row_number() OVER (PARTITION BY content ORDER BY source_row) AS ordinal
    FROM silver.purchase_cleaned
    WHERE rule IS NULL
)
WHERE ordinal > 1
