WITH accounts AS (SELECT coalesce(sum(amount), 0)::DECIMAL(18, 2) AS total, count(*) AS n FROM silver.expense)
SELECT account AS label, amount AS control_total, total AS accounts_total, n AS accounts, (amount - total)::DECIMAL(18, 2) AS difference,
    source_file, source_sha256, source_row, run_id
FROM silver.expense_line, accounts
WHERE is_control_total AND rule IS NULL
