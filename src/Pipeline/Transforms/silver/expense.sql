SELECT account, amount, source_file, source_sha256, source_row, run_id
FROM silver.expense_line
WHERE rule IS NULL AND NOT is_control_total
