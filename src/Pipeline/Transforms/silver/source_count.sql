-- The balance of every bronze table: rows in = rows kept + quarantined + lawfully left out. Each figure is counted by itself, none is a remainder.
WITH delivered AS (
    SELECT 'purchase_sheet' AS source, count(*) AS n FROM bronze.purchase_sheet
    UNION ALL SELECT 'expense_sheet', count(*) FROM bronze.expense_sheet
    UNION ALL SELECT 'site_list', count(*) FROM bronze.site_list
    UNION ALL SELECT 'customer_list', count(*) FROM bronze.customer_list
    UNION ALL SELECT 'status_list', count(*) FROM bronze.status_list
    UNION ALL SELECT 'supplier_alias', count(*) FROM bronze.supplier_alias
    UNION ALL SELECT 'ptax', count(*) FROM bronze.ptax
    UNION ALL SELECT 'selic', count(*) FROM bronze.selic
    UNION ALL SELECT 'sidra', count(*) FROM bronze.sidra
    UNION ALL SELECT 'open_meteo', count(*) FROM bronze.open_meteo
    UNION ALL SELECT 'stock', count(*) FROM bronze.stock
    UNION ALL SELECT 'forecast', count(*) FROM bronze.forecast
),
unreadable AS (
    SELECT source_table AS source, count(*) AS n FROM bronze.unreadable_line GROUP BY source_table
),
kept AS (
    SELECT 'purchase_sheet' AS source, count(*) AS n FROM silver.purchase_line
    UNION ALL SELECT 'expense_sheet', count(*) FROM silver.expense
    UNION ALL SELECT 'site_list', count(*) FROM silver.site_entry
    UNION ALL SELECT 'customer_list', count(*) FROM silver.customer
    UNION ALL SELECT 'status_list', count(*) FROM silver.status
    UNION ALL SELECT 'supplier_alias', count(*) FROM silver.supplier_alias
    UNION ALL SELECT 'ptax', count(*) FROM silver.exchange_rate
    UNION ALL SELECT 'selic', count(*) FROM silver.interest_rate
    UNION ALL SELECT 'sidra', count(*) FROM silver.economic_indicator
    UNION ALL SELECT 'open_meteo', count(*) FROM silver.weather_hourly
    UNION ALL SELECT 'stock', count(*) FROM silver.stock
    UNION ALL SELECT 'forecast', count(*) FROM silver.forecast
),
quarantined AS (
    SELECT source, count(*) AS n FROM silver.quarantine WHERE source_row IS NOT NULL GROUP BY source
),
-- Bulletins before the closing one, headers, the control total, and rows that a newer landing of the same key replaced.
left_out AS (
    SELECT 'expense_sheet' AS source, count(*) AS n FROM silver.expense_control
    UNION ALL SELECT 'supplier_alias', count(*) - count(DISTINCT supplier_key_of(clean_text(alias))) FROM bronze.supplier_alias
        WHERE supplier_key_of(clean_text(alias)) IS NOT NULL AND supplier_key_of(clean_text(supplier_key)) IS NOT NULL
    UNION ALL SELECT 'ptax', count(*) FILTER (WHERE is_closing IS NOT TRUE) + count(*) FILTER (WHERE is_closing AND rule IS NULL)
        - count(DISTINCT (CAST(quoted_at AS DATE), currency)) FILTER (WHERE is_closing AND rule IS NULL) FROM silver.ptax_bulletin
    UNION ALL SELECT 'selic', count(*) - count(DISTINCT date) FROM silver.selic_day WHERE rule IS NULL
    UNION ALL SELECT 'sidra', (SELECT count(*) FROM bronze.sidra WHERE source_row = 1)
        + count(*) - count(DISTINCT (indicator, month)) FILTER (WHERE NOT is_part_of_index) FROM silver.sidra_entry WHERE rule IS NULL
    UNION ALL SELECT 'open_meteo', count(*) - count(DISTINCT (city_id, time_utc)) FROM silver.weather_entry WHERE rule IS NULL
    UNION ALL SELECT 'stock', count(*) - count(DISTINCT (date, part_code, site_code)) FROM silver.stock_entry WHERE rule IS NULL
    UNION ALL SELECT 'forecast', count(*)
        - count(DISTINCT (dataset_id, model_name, model_version, generated_at, part_code, site_code, family_name, ds))
        FROM silver.forecast_entry WHERE rule IS NULL
),
quantities AS (
    SELECT 'purchase_sheet' AS source, sum(quantity) AS delivered, sum(quantity) FILTER (WHERE rule IS NULL) AS kept,
        sum(quantity) FILTER (WHERE rule IS NOT NULL) AS quarantined
    FROM silver.purchase_cleaned
),
balance AS (
    SELECT source, delivered.n + coalesce(unreadable.n, 0) AS rows_in, kept.n AS rows_kept, coalesce(quarantined.n, 0) AS rows_quarantined,
        coalesce(left_out.n, 0) AS rows_excluded
    FROM delivered JOIN kept USING (source) LEFT JOIN unreadable USING (source) LEFT JOIN quarantined USING (source) LEFT JOIN left_out USING (source)
)
SELECT balance.*, rows_in = rows_kept + rows_quarantined + rows_excluded AS balanced,
    quantities.delivered AS quantity_in, quantities.kept AS quantity_kept, quantities.quarantined AS quantity_quarantined
FROM balance LEFT JOIN quantities USING (source)
