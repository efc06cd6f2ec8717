namespace NovaCorrente.Pipeline.Sources;

/// <summary>The answers of public services: spells the SQL that turns each into rows of text, and the check of its shape.</summary>
internal static class ServiceJson
{
    /// <summary>The select that yields <c>source_row</c> and the columns of the table.</summary>
    public static string Select(BronzeTable table, string path) => table.Name switch
    {
        "ptax" => List(table, path, "json_extract(json, '$.value[*]')"),
        "selic" => List(table, path, "CASE json_type(json) WHEN 'ARRAY' THEN json_extract(json, '$[*]') ELSE json_extract(json, '$.data[*]') END"),
        "sidra" => List(table, path, "json_extract(json, '$[*]')"),
        "open_meteo" => Hourly(table, path),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table.Name, "There is no JSON source for this table."),
    };

    /// <summary>A query of one text: what is wrong with the file, or null.</summary>
    public static string Check(BronzeTable table, string path) => table.Name switch
    {
        "ptax" => Shape(path, "json_type(json, '$.value') IS DISTINCT FROM 'ARRAY'", "it has no list ''value''", Members(table, path)),
        "selic" => Shape(path, "json_type(json) IS DISTINCT FROM 'ARRAY' AND json_type(json, '$.data') IS DISTINCT FROM 'ARRAY'",
            "it is neither a list nor has it a list ''data''", Members(table, path)),
        "sidra" => Shape(path, "json_type(json) IS DISTINCT FROM 'ARRAY'", "it is no list", Members(table, path)),
        _ => HourlyCheck(table, path),
    };

    // DuckDB sets aside a multiple of the largest object it is told to expect, so it is told the size of the file.
    private static string Read(string path) =>
        $"read_json_objects({Sql.Literal(path)}, format = 'unstructured', maximum_object_size = {new FileInfo(path).Length + 1024})";

    private static string List(BronzeTable table, string path, string list)
    {
        var columns = table.ContentColumns.Select(column => $"json_extract_string(entry, {Sql.Literal("$." + column.Header)}) AS {column.Name}");
        return $"""
            SELECT source_row, {string.Join(", ", columns)}
            FROM (SELECT unnest(entries) AS entry, generate_subscripts(entries, 1) AS source_row
                  FROM (SELECT {list} AS entries FROM {Read(path)}))
            """;
    }

    private static string Hourly(BronzeTable table, string path)
    {
        var columns = table.ContentColumns.Select(column => column.IsRequired
            ? $"unnest(json_extract_string(json, {Sql.Literal($"$.hourly.{column.Header}[*]")})) AS {column.Name}"
            : $"json_extract_string(json, {Sql.Literal("$." + column.Header)}) AS {column.Name}");
        return $"""
            SELECT generate_subscripts(json_extract(json, '$.hourly.time[*]'), 1) AS source_row, {string.Join(", ", columns)}
            FROM {Read(path)}
            """;
    }

    private static string Shape(string path, string wrong, string reason, string members) =>
        $"SELECT coalesce((SELECT 'In place of an answer: ' || substr(json::VARCHAR, 1, 80) || '; {reason}.' FROM {Read(path)} WHERE {wrong} LIMIT 1), ({members}))";

    // A member that no entry has is a header that is missing.
    private static string Members(BronzeTable table, string path)
    {
        var missing = table.ContentColumns.Where(column => column.IsRequired).Select(column =>
            $"CASE WHEN count(*) > 0 AND count({column.Name}) = 0 THEN {Sql.Literal(column.Header)} END");
        return $"SELECT 'No entry has a member ' || nullif(concat_ws(', ', {string.Join(", ", missing)}), '') || '.' FROM ({Select(table, path)})";
    }

    private static string HourlyCheck(BronzeTable table, string path)
    {
        var hourly = table.ContentColumns.Where(column => column.IsRequired).Select(column => column.Header).ToList();
        var absent = hourly.Select(name => $"CASE WHEN json_type(json, '$.hourly.{name}') IS DISTINCT FROM 'ARRAY' THEN '{name}' END");
        var uneven = hourly.Select(name => $"json_array_length(json, '$.hourly.{name}') IS DISTINCT FROM json_array_length(json, '$.hourly.time')");
        return $"""
            SELECT CASE
                WHEN concat_ws(', ', {string.Join(", ", absent)}) <> ''
                    THEN 'It has no hourly list ' || concat_ws(', ', {string.Join(", ", absent)}) || '.'
                WHEN {string.Join(" OR ", uneven)} THEN 'Its hourly lists are not of one length.'
                WHEN coalesce(json_extract_string(json, '$.utc_offset_seconds'), '0') <> '0' THEN 'Its times are not GMT.'
                WHEN coalesce(json_extract_string(json, '$.hourly_units.temperature_2m'), '°C') <> '°C' THEN 'Temperatures are not in °C.'
                WHEN coalesce(json_extract_string(json, '$.hourly_units.precipitation'), 'mm') <> 'mm' THEN 'Precipitation is not in mm.'
                WHEN coalesce(json_extract_string(json, '$.hourly_units.wind_speed_10m'), 'km/h') <> 'km/h' THEN 'Wind speed is not in km/h.'
                END
            FROM {Read(path)}
            """;
    }
}
