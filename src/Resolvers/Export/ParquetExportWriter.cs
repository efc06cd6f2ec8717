using NovaCorrente.Resolvers.DuckDb;
using Parquet;
using Parquet.Schema;

namespace NovaCorrente.Resolvers.Export;

/// <summary>Parquet, in row groups of bounded size.</summary>
internal sealed class ParquetExportWriter(IReadOnlyList<ExportColumn> columns, Stream output) : IExportWriter
{
    private const int RowsPerGroup = 50_000;

    private readonly IReadOnlyList<ParquetColumn> _columns = [.. columns.Select(ParquetColumn.Of)];
    private readonly CountingStream _output = new(output);
    private ParquetWriter? _writer;
    private int _rows;
    private bool _wroteGroup;

    public async Task BeginAsync(CancellationToken cancellationToken) =>
        _writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. _columns.Select(c => c.Field)]), _output, cancellationToken: cancellationToken);

    public async Task WriteAsync(ColumnChunk chunk, int rows, CancellationToken cancellationToken)
    {
        foreach (var column in _columns)
        {
            column.Append(chunk.Columns[column.Position], rows);
        }

        _rows += rows;
        if (_rows >= RowsPerGroup)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        // Some readers refuse a file without a row group, so an empty list gets one of no rows.
        if (_rows > 0 || !_wroteGroup)
        {
            await FlushAsync(cancellationToken);
        }

        await _writer!.DisposeAsync();
        _writer = null;
    }

    // A file that was not ended stays without a footer, so that nobody takes it for a whole one.
    public ValueTask DisposeAsync() => default;

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        using var group = _writer!.CreateRowGroup();
        foreach (var column in _columns)
        {
            await column.WriteAsync(group, cancellationToken);
        }

        group.CompleteValidate();
        _rows = 0;
        _wroteGroup = true;
    }
}
