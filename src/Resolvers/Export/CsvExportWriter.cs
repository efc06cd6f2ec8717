using System.Buffers;
using System.Text;
using DuckDB.NET.Native;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Json;

namespace NovaCorrente.Resolvers.Export;

/// <summary>
/// RFC 4180, UTF-8 with a byte order mark. Null is empty, an empty text is quoted; elements of a list are joined by <c>|</c>.
/// </summary>
internal sealed class CsvExportWriter(IReadOnlyList<ExportColumn> columns, Stream output, char separator, bool raw) : IExportWriter
{
    private static readonly SearchValues<byte> Formula = SearchValues.Create("=+-@\t\r"u8);

    private readonly JsonBuffer _buffer = new();
    private readonly byte _separator = (byte)separator;
    private readonly SearchValues<byte> _quoted = SearchValues.Create([(byte)separator, (byte)'"', (byte)'\r', (byte)'\n']);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _buffer.Raw("\uFEFF"u8);
        for (var i = 0; i < columns.Count; i++)
        {
            Separate(i);
            Text(Encoding.UTF8.GetBytes(columns[i].Name));
        }

        await FlushAsync(cancellationToken);
    }

    public async Task WriteAsync(ColumnChunk chunk, int rows, CancellationToken cancellationToken)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                Separate(i);
                Value(chunk.Columns[columns[i].Position], row);
            }

            _buffer.Raw("\r\n"u8);
        }

        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.Clear();
    }

    public Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _buffer.Dispose();
        return default;
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _buffer.Raw("\r\n"u8);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.Clear();
    }

    private void Separate(int column)
    {
        if (column > 0)
        {
            _buffer.Byte(_separator);
        }
    }

    private void Value(ColumnVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            return;
        }

        switch (vector.Type)
        {
            case DuckDBType.Varchar:
                Text(vector.Text(row));
                break;
            case DuckDBType.Date:
                Span<byte> date = stackalloc byte[10];
                Dates.FormatDate(vector.Value<int>(row), date, (byte)'-');
                _buffer.Raw(date);
                break;
            case DuckDBType.Timestamp:
                Span<byte> moment = stackalloc byte[32];
                _buffer.Raw(moment[..Dates.FormatDateTime(vector.Value<long>(row), moment)]);
                break;
            case DuckDBType.List:
                List(vector, row);
                break;
            default:
                VectorJson.Write(_buffer, vector, row);
                break;
        }
    }

    private void List(ColumnVector vector, int row)
    {
        var (offset, length) = vector.List(row);
        using var joined = new MemoryStream();
        for (var i = 0; i < length; i++)
        {
            joined.Write(i == 0 ? default : "|"u8);
            joined.Write(vector.Elements!.IsNull(offset + i) ? default : vector.Elements.Text(offset + i));
        }

        Text(joined.GetBuffer().AsSpan(0, (int)joined.Length));
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        // A spreadsheet would run such a text as a formula.
        var isFormula = !raw && text.Length > 0 && Formula.Contains(text[0]);
        if (text.Length > 0 && !text.ContainsAny(_quoted))
        {
            if (isFormula)
            {
                _buffer.Byte((byte)'\'');
            }

            _buffer.Raw(text);
            return;
        }

        _buffer.Byte((byte)'"');
        if (isFormula)
        {
            _buffer.Byte((byte)'\'');
        }

        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            _buffer.Raw(text[..(quote + 1)]);
            _buffer.Byte((byte)'"');
            text = text[(quote + 1)..];
        }

        _buffer.Raw(text);
        _buffer.Byte((byte)'"');
    }
}
