-- What no rule can know: two spellings of one supplier. The last line of an alias wins.
SELECT supplier_key_of(clean_text(alias)) AS alias_key,
    supplier_key_of(clean_text(supplier_key)) AS supplier_key,
    source_file, source_sha256, source_row, getvariable('run_id') AS run_id
FROM bronze.supplier_alias
WHERE supplier_key_of(clean_text(alias)) IS NOT NULL AND supplier_key_of(clean_text(supplier_key)) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY supplier_key_of(clean_text(alias)) ORDER BY source_rank DESC, source_row DESC) = 1
