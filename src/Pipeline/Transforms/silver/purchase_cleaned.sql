-- Every delivered line with its values and, where it can't be used, the first rule that it breaks. Parsed once, for all who read it.
WITH cells AS (
    SELECT source_file, source_sha256, source_row,
        clean_text(deposito) AS depot,
        clean_text(produto_servico) AS part_code,
        clean_text(material) AS part_name,
        clean_text(familia) AS family_name,
        nome_fornec,
        clean_text(quantidade) AS quantity_text,
        clean_text(um) AS unit_delivered,
        clean_text(data_requisitada) AS requisitioned_text,
        clean_text(solicitacao) AS request_number,
        clean_text(data_solicitado) AS requested_text,
        clean_text(data_de_compra) AS ordered_text
    FROM bronze.purchase_sheet
),
parsed AS (
    SELECT cells.* EXCLUDE (nome_fornec, requisitioned_text, ordered_text),
        names.supplier_name, names.supplier_key, names.supplier_kind,
        parse_quantity(quantity_text) AS quantity,
        CASE upper(unit_delivered) WHEN 'M²' THEN 'M2' WHEN 'M³' THEN 'M3' WHEN 'MT' THEN 'M' ELSE upper(unit_delivered) END AS unit,
        parse_day(requisitioned_text) AS requisitioned_on,
        parse_day(requested_text) AS requested_on,
        parse_day(ordered_text) AS ordered_on,
        ordered_text
    FROM cells LEFT JOIN silver.supplier_name AS names ON names.delivered = cells.nome_fornec
)
SELECT depot, part_code,
    coalesce(part_name, 'UNKNOWN') AS part_name,
    coalesce(family_name, 'UNKNOWN') AS family_name,
    supplier_name,
    coalesce(supplier_key, 'UNKNOWN') AS supplier_key,
    coalesce(supplier_kind, 'UNKNOWN') AS supplier_kind,
    quantity, quantity_text,
    coalesce(unit, 'UNKNOWN') AS unit, unit_delivered,
    request_number, requested_text,
    CASE WHEN is_plausible_day(requisitioned_on) THEN requisitioned_on END AS requisitioned_on,
    requested_on,
    CASE WHEN is_plausible_day(ordered_on) THEN ordered_on END AS ordered_on,
    ordered_text IS NOT NULL AND coalesce(NOT is_plausible_day(ordered_on), true) AS is_order_date_odd,
    coalesce(unit = 'SR', false) AS is_service,
    -- Two lines are equal when all they say is equal, however a file spells it. Tax numbers are no part of it: a hash of one can be undone.
    -- A UUID is the narrowest exact type for 128 bits that Parquet has.
    md5(concat_ws(chr(31), coalesce(depot, ''), coalesce(part_code, ''), coalesce(part_name, ''), coalesce(family_name, ''),
        coalesce(supplier_name, ''), coalesce(quantity::VARCHAR, quantity_text, ''), coalesce(unit_delivered, ''),
        coalesce(requisitioned_on::VARCHAR, ''), coalesce(request_number, ''), coalesce(requested_on::VARCHAR, requested_text, ''),
        coalesce(ordered_on::VARCHAR, ordered_text, '')))::UUID AS content,
    CASE WHEN requested_text IS NULL THEN 'MISSING_REQUEST_DATE'
         WHEN part_code IS NULL THEN 'MISSING_PART_CODE'
         WHEN exceeds_quantity(quantity_text) THEN 'QTY_OUT_OF_RANGE'
         WHEN quantity IS NULL THEN 'NON_NUMERIC_QTY'
         WHEN quantity <= 0 THEN 'NON_POSITIVE_QTY'
         WHEN NOT coalesce(is_plausible_day(requested_on), false) THEN 'DATE_OUT_OF_RANGE' END AS rule,
    source_file, source_sha256, source_row
FROM parsed
