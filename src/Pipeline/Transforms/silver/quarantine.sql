-- Every row and sheet that was set aside, with what it said. Tax numbers in supplier names are dropped here too.
WITH purchase AS (
    SELECT 'purchase_sheet' AS source, line.source_file, line.source_sha256, line.source_row, line.rule,
        CASE line.rule
            WHEN 'MISSING_REQUEST_DATE' THEN 'DATA SOLICITADO is empty or N/A.'
            WHEN 'MISSING_PART_CODE' THEN 'PRODUTO/SERVIÇO is empty or N/A.'
            WHEN 'QTY_OUT_OF_RANGE' THEN 'QUANTIDADE is above 1,000,000,000: ' || quantity_text || '.'
            WHEN 'NON_NUMERIC_QTY' THEN 'QUANTIDADE is no number: ' || coalesce(quantity_text, 'empty') || '.'
            WHEN 'NON_POSITIVE_QTY' THEN 'QUANTIDADE is not above zero: ' || quantity_text || '.'
            ELSE 'DATA SOLICITADO is no date from 2000-01-01 to one year ahead: ' || coalesce(requested_on::VARCHAR, requested_text) || '.' END AS reason,
        quantity,
        json_object('DEPÓSITO', deposito, 'PRODUTO/SERVIÇO', produto_servico, 'MATERIAL', material, 'FAMÍLIA', familia,
            'NOME FORNEC.', supplier_name, 'QUANTIDADE', quantidade, 'U.M.', um, 'DATA REQUISITADA', data_requisitada,
            'SOLICITAÇÃO', solicitacao, 'DATA SOLICITADO', data_solicitado, 'DATA DE COMPRA', data_de_compra)::VARCHAR AS raw
    FROM silver.purchase_cleaned AS line JOIN bronze.purchase_sheet AS sheet ON sheet.source_row = line.source_row
    WHERE line.rule IS NOT NULL
),
lists AS (
    SELECT 'site_list' AS source, source_file, source_sha256, source_row,
        CASE WHEN clean_text(site_id) IS NULL THEN 'MISSING_SITE_ID' ELSE 'MISSING_SITE_CODE' END AS rule,
        'A site needs a code and an id.' AS reason,
        json_object('SITE', site_name, 'ID SITE', site_id)::VARCHAR AS raw
    FROM bronze.site_list WHERE clean_text(site_id) IS NULL OR clean_text(site_name) IS NULL
    UNION ALL
    SELECT 'customer_list', source_file, source_sha256, source_row,
        CASE WHEN clean_text(customer_code) IS NULL THEN 'MISSING_CUSTOMER_CODE'
             WHEN clean_text(customer_name) IS NULL THEN 'MISSING_CUSTOMER_NAME' ELSE 'DUPLICATE_KEY' END,
        'A customer needs a name and a code of its own.',
        json_object('CLIENTE', customer_name, 'ID CLIENTE', customer_code)::VARCHAR
    FROM bronze.customer_list AS list
    WHERE NOT EXISTS (FROM silver.customer WHERE customer.source_row = list.source_row)
    UNION ALL
    SELECT 'status_list', source_file, source_sha256, source_row,
        CASE WHEN clean_text(status) IS NULL THEN 'MISSING_STATUS' ELSE 'DUPLICATE_KEY' END,
        'A status needs a name of its own.', json_object('STATUS DE ALTERAÇÃO', status)::VARCHAR
    FROM bronze.status_list AS list
    WHERE NOT EXISTS (FROM silver.status WHERE status.source_row = list.source_row)
    UNION ALL
    SELECT 'expense_sheet', source_file, source_sha256, source_row, rule,
        'An account needs a name of its own and an amount.',
        json_object('DESCRIÇÃO CTA.FINANC.', account_delivered, 'Soma de VLR.LÍQUIDO', amount_delivered)::VARCHAR
    FROM silver.expense_line WHERE rule IS NOT NULL
    UNION ALL
    SELECT 'supplier_alias', source_file, source_sha256, source_row, 'MISSING_KEY', 'An alias needs both names.',
        json_object('alias', supplier_key_of(clean_text(alias)), 'supplier_key', supplier_key_of(clean_text(supplier_key)))::VARCHAR
    FROM bronze.supplier_alias
    WHERE supplier_key_of(clean_text(alias)) IS NULL OR supplier_key_of(clean_text(supplier_key)) IS NULL
),
services AS (
    SELECT 'ptax' AS source, entry.source_file, entry.source_sha256, entry.source_row, entry.rule,
        'A closing bulletin needs a time and two rates above zero.' AS reason,
        json_object('dataHoraCotacao', raw.quoted_at, 'tipoBoletim', raw.bulletin, 'cotacaoCompra', raw.buy, 'cotacaoVenda', raw.sell)::VARCHAR AS raw
    FROM silver.ptax_bulletin AS entry JOIN bronze.ptax AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
    UNION ALL
    SELECT 'selic', entry.source_file, entry.source_sha256, entry.source_row, entry.rule, 'A rate needs a day dd/MM/yyyy and a number.',
        json_object('data', raw.date, 'valor', raw.value)::VARCHAR
    FROM silver.selic_day AS entry JOIN bronze.selic AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
    UNION ALL
    SELECT 'sidra', entry.source_file, entry.source_sha256, entry.source_row, entry.rule,
        'An indicator needs a month yyyyMM in a column named in the first element, and a number or a marker for a missing one.',
        json_object('V', raw.value, 'D1C', d1c, 'D2C', d2c, 'D3C', d3c, 'D4C', d4c)::VARCHAR
    FROM silver.sidra_entry AS entry JOIN bronze.sidra AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
    UNION ALL
    SELECT 'open_meteo', entry.source_file, entry.source_sha256, entry.source_row, entry.rule,
        'An hour needs a time, numbers or nulls, and a file named city_uf.',
        json_object('time', raw.time, 'temperature_2m', raw.temperature_2m, 'relative_humidity_2m', raw.relative_humidity_2m,
            'precipitation', raw.precipitation, 'wind_speed_10m', raw.wind_speed_10m)::VARCHAR
    FROM silver.weather_entry AS entry JOIN bronze.open_meteo AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
    UNION ALL
    SELECT 'stock', entry.source_file, entry.source_sha256, entry.source_row, entry.rule,
        CASE entry.rule WHEN 'UNKNOWN_PART' THEN 'No accepted purchase line names the part ' || entry.part_code || '.'
            ELSE 'A position needs a day, a part, a site and quantities from 0 to 1,000,000,000.' END,
        json_object('date', raw.date, 'part', raw.part, 'site', raw.site, 'on_hand', raw.on_hand, 'on_order', raw.on_order)::VARCHAR
    FROM silver.stock_entry AS entry JOIN bronze.stock AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
    UNION ALL
    SELECT 'forecast', entry.source_file, entry.source_sha256, entry.source_row, entry.rule,
        'The whole file is refused because of row ' || entry.refused_for_row || '.',
        json_object('part_code', raw.part_code, 'site_code', raw.site_code, 'ds', raw.ds, 'yhat', raw.yhat, 'yhat_lower', raw.yhat_lower,
            'yhat_upper', raw.yhat_upper, 'model_version', raw.model_version, 'generated_at', raw.generated_at,
            'dataset_id', raw.dataset_id, 'source', raw.source)::VARCHAR
    FROM silver.forecast_entry AS entry JOIN bronze.forecast AS raw USING (source_file, source_sha256, source_row)
    WHERE entry.rule IS NOT NULL
)
SELECT source, source_file, source_sha256, source_row, rule, reason, quantity, raw, getvariable('run_id') AS run_id FROM purchase
UNION ALL
SELECT source, source_file, source_sha256, source_row, rule, reason, NULL, raw, getvariable('run_id') FROM lists
UNION ALL
SELECT source, source_file, source_sha256, source_row, rule, reason, NULL, raw, getvariable('run_id') FROM services
UNION ALL
SELECT source_table, source_file, source_sha256, source_row, 'UNREADABLE_LINE', 'The line can''t be split into its columns: ' || reason, NULL,
    json_object('line', CASE WHEN source_table = 'purchase_sheet' THEN NULL ELSE raw END)::VARCHAR, getvariable('run_id')
FROM bronze.unreadable_line
UNION ALL
SELECT source, source_file, source_sha256, NULL, rule, reason, NULL, json_object('part', part)::VARCHAR, getvariable('run_id')
FROM bronze.rejection
