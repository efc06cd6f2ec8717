using System.Text;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>A text file with separators: finds its encoding, separator and columns, and spells the SQL that reads it.</summary>
/// <remarks>Only the head of the file is looked at here; the rows are read by DuckDB, in parallel, all as text.</remarks>
internal sealed class DelimitedFile
{
    private const int HeadBytes = 64 * 1024;

    private readonly string _path;
    private readonly char _separator;
    private readonly bool _isUtf8;
    private readonly string?[] _headers;

    private DelimitedFile(string path, char separator, bool isUtf8, string?[] headers)
    {
        _path = path;
        _separator = separator;
        _isUtf8 = isUtf8;
        _headers = headers;
    }

    /// <exception cref="SourceException">It has no header line.</exception>
    public static DelimitedFile Open(string path)
    {
        using var stream = File.OpenRead(path);
        var isUtf8 = IsUtf8(stream);
        stream.Position = 0;
        var buffer = new byte[HeadBytes];
        var length = stream.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false);
        var head = (isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(buffer, 0, length).TrimStart('\uFEFF');
        var line = head.Split('\n', 2)[0].TrimEnd('\r');
        if (string.IsNullOrWhiteSpace(line))
        {
            throw new SourceException(SourceException.BadHeader, "The first line, which should name the columns, is empty.");
        }

        var separator = line.Contains(';') || !line.Contains(',') ? ';' : ',';
        return new DelimitedFile(path, separator, isUtf8, [.. line.Split(separator).Select(header => header.Trim().Trim('"'))]);
    }

    /// <summary>The select that yields <c>source_row</c> and the columns of the table.</summary>
    /// <exception cref="SourceException">A column is missing.</exception>
    public string Select(BronzeTable table, string rejectsTable)
    {
        var match = HeaderMatch.Of(table, _headers);
        if (!match.IsGood)
        {
            throw new SourceException(SourceException.BadHeader, $"The first line has {match.Problem}.");
        }

        var columns = table.Columns.Zip(match.Positions).Select(column =>
            $"{(column.Second < 0 ? "NULL::VARCHAR" : $"c{column.Second}")} AS {column.First.Name}");
        var types = $"{{{string.Join(", ", _headers.Index().Select(header => $"'c{header.Index}': 'VARCHAR'"))}}}";
        return $"""
            SELECT row_number() OVER () + 1 AS source_row, {string.Join(", ", columns)}
            FROM read_csv({Sql.Literal(_path)}, auto_detect = false, header = true, delim = '{_separator}', quote = '"', escape = '"',
                encoding = '{(_isUtf8 ? "utf-8" : "latin-1")}', columns = {types}, max_line_size = 1048576,
                store_rejects = true, rejects_table = '{rejectsTable}', rejects_scan = '{rejectsTable}_scan', rejects_limit = 0)
            """;
    }

    // Exports of Windows programs come in a single-byte code page; no such text with an accent in it is valid UTF-8.
    private static bool IsUtf8(Stream stream)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[HeadBytes];
        var chars = new char[HeadBytes + 2];
        try
        {
            int read;
            while ((read = stream.Read(bytes)) > 0)
            {
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
