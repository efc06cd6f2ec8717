using Parquet;
using Parquet.Schema;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Writes rows of text as Parquet, a row group at a time, so that memory does not grow with the file.</summary>
internal sealed class TextTableWriter : IAsyncDisposable
{
    private const int RowsPerGroup = 50_000;
    private const string RowColumn = "source_row";

    private readonly ParquetWriter _writer;
    private readonly DataField<long> _rowField;
    private readonly DataField[] _fields;
    private readonly List<long> _rows = [];
    private readonly List<string?>[] _cells;

    private TextTableWriter(ParquetWriter writer, DataField<long> rowField, DataField[] fields)
    {
        _writer = writer;
        _rowField = rowField;
        _fields = fields;
        _cells = [.. fields.Select(_ => new List<string?>())];
    }

    public static async Task<TextTableWriter> CreateAsync(BronzeTable table, Stream output, CancellationToken cancellationToken)
    {
        var rowField = new DataField<long>(RowColumn);
        var fields = table.Columns.Select(column => (DataField)new DataField<string>(column.Name, nullable: true)).ToArray();
        var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([rowField, .. fields]), output, cancellationToken: cancellationToken);
        return new TextTableWriter(writer, rowField, fields);
    }

    /// <summary>Adds a row; <paramref name="cells"/> are in the order of the table's columns.</summary>
    public async ValueTask AddAsync(long row, IReadOnlyList<string?> cells, CancellationToken cancellationToken)
    {
        _rows.Add(row);
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i].Add(cells[i]);
        }

        if (_rows.Count == RowsPerGroup)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left and the footer.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        // DuckDB can't open a file without a row group, so an empty table gets one of no rows.
        await FlushAsync(cancellationToken);
        await _writer.DisposeAsync();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        using var group = _writer.CreateRowGroup();
        await group.WriteAsync<long>(_rowField, _rows.ToArray(), cancellationToken: cancellationToken);
        for (var i = 0; i < _fields.Length; i++)
        {
            await group.WriteAsync(_fields[i], _cells[i]!);
            _cells[i].Clear();
        }

        group.CompleteValidate();
        _rows.Clear();
    }
}
