-- The first element names the columns of its file: the month is not always in the third dimension.
WITH headers AS (
    SELECT source_sha256, source_file,
        list_position(list_transform(codes, lambda code: regexp_matches(code, '^(M[eê]s|Trimestre)')), true) AS month_at,
        list_position(list_transform(codes, lambda code: starts_with(code, 'Vari')), true) AS variable_at,
        list_position(list_transform(codes, lambda code: starts_with(code, 'Geral, grupo')), true) AS group_at
    FROM (SELECT source_sha256, source_file, [d1c, d2c, d3c, d4c, d5c, d6c] AS codes FROM bronze.sidra WHERE source_row = 1)
),
entries AS (
    SELECT indicator, headers.month_at,
        [d1c, d2c, d3c, d4c, d5c, d6c][headers.month_at] AS month_code,
        [d1n, d2n, d3n, d4n, d5n, d6n][headers.variable_at] AS indicator_name,
        [d1n, d2n, d3n, d4n, d5n, d6n][headers.group_at] AS group_name,
        trim(value) AS value_text, clean_text(unit) AS unit,
        source_rank, source_file, source_sha256, source_row
    FROM bronze.sidra LEFT JOIN headers USING (source_sha256, source_file)
    WHERE source_row > 1
)
SELECT indicator, indicator_name, unit, month_code,
    CAST(try_strptime(month_code, '%Y%m') AS DATE) AS month,
    CASE WHEN value_text IN ('..', '...', '-', 'X', '') OR value_text IS NULL THEN coalesce(nullif(value_text, ''), 'EMPTY') END AS missing_marker,
    parse_rate(value_text) AS value,
    -- A price index may be split by group of goods; only the whole of it is the indicator.
    coalesce(group_name NOT IN ('Índice geral'), false) AS is_part_of_index,
    CASE WHEN month_at IS NULL THEN 'BAD_HEADER'
         WHEN NOT regexp_full_match(coalesce(month_code, ''), '\d{4}(0[1-9]|1[0-2])') THEN 'UNREADABLE_MONTH'
         WHEN value_text NOT IN ('..', '...', '-', 'X', '') AND parse_rate(value_text) IS NULL THEN 'NON_NUMERIC_VALUE' END AS rule,
    source_rank, source_file, source_sha256, source_row
FROM entries
