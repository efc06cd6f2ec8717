namespace NovaCorrente.Resolvers.Export;

/// <summary>The forms in which a list leaves as a file.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values, UTF-8 with a byte order mark so that spreadsheets read accents right.</summary>
    Csv,

    /// <summary>One JSON object per line.</summary>
    Ndjson,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>An Apache Arrow IPC stream.</summary>
    Arrow,
}

/// <summary>Names of the formats on the wire.</summary>
public static class ExportFormats
{
    private static readonly (ExportFormat Format, string Name, string MediaType)[] All =
    [
        (ExportFormat.Csv, "csv", "text/csv"),
        (ExportFormat.Ndjson, "ndjson", "application/x-ndjson"),
        (ExportFormat.Parquet, "parquet", "application/vnd.apache.parquet"),
        (ExportFormat.Arrow, "arrow", "application/vnd.apache.arrow.stream"),
    ];

    /// <summary>The format of a name, as in <c>?format=csv</c>; null for no format.</summary>
    public static ExportFormat? OfName(string name) => Find(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a media type, as in an Accept header; null for no format.</summary>
    public static ExportFormat? OfMediaType(string mediaType) => Find(f => f.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The media type of a format.</summary>
    public static string MediaType(this ExportFormat format) => All.First(f => f.Format == format).MediaType;

    /// <summary>The name of a format, which is also the extension of its files.</summary>
    public static string Extension(this ExportFormat format) => All.First(f => f.Format == format).Name;

    private static ExportFormat? Find(Func<(ExportFormat Format, string Name, string MediaType), bool> fits) =>
        All.Where(fits).Select(f => (ExportFormat?)f.Format).FirstOrDefault();
}
