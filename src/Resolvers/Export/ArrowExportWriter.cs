using Apache.Arrow;
using Apache.Arrow.Ipc;
using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Export;

/// <summary>An Arrow IPC stream: one record batch per chunk.</summary>
internal sealed class ArrowExportWriter : IExportWriter
{
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly Apache.Arrow.Schema _schema;
    private readonly ArrowStreamWriter _writer;

    public ArrowExportWriter(IReadOnlyList<ExportColumn> columns, Stream output)
    {
        _columns = columns;
        _schema = new Apache.Arrow.Schema(columns.Select(c => new Field(c.Name, ArrowColumn.TypeOf(c.Type), nullable: true)), null);
        _writer = new ArrowStreamWriter(output, _schema, leaveOpen: true);
    }

    public Task BeginAsync(CancellationToken cancellationToken) => _writer.WriteStartAsync(cancellationToken);

    public async Task WriteAsync(ColumnChunk chunk, int rows, CancellationToken cancellationToken)
    {
        using var batch = new RecordBatch(_schema, _columns.Select(c => ArrowColumn.Build(c.Type, chunk.Columns[c.Position], rows)), rows);
        await _writer.WriteRecordBatchAsync(batch, cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => _writer.WriteEndAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return default;
    }
}
