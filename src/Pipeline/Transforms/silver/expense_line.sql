-- Accounts and the control total alike, read once for both tables.
SELECT clean_text(repair_cp1252(account)) AS account, parse_money(amount) AS amount,
    upper(clean_text(account)) IN ('TOTAL RESULTADO', 'TOTAL GERAL', 'TOTAL') AS is_control_total,
    CASE WHEN clean_text(account) IS NULL THEN 'MISSING_ACCOUNT'
         WHEN parse_money(amount) IS NULL THEN 'NON_NUMERIC_AMOUNT'
         WHEN row_number() OVER (PARTITION BY clean_text(repair_cp1252(account)) ORDER BY source_row) > 1 THEN 'DUPLICATE_KEY' END AS rule,
    account AS account_delivered, amount AS amount_delivered,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM bronze.expense_sheet
