using System.Text.Json;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Json;

namespace NovaCorrente.Resolvers.Export;

/// <summary>One flat JSON object per line.</summary>
internal sealed class NdjsonExportWriter(IReadOnlyList<ExportColumn> columns, Stream output) : IExportWriter
{
    private readonly JsonBuffer _buffer = new();
    private readonly byte[][] _names = [.. columns.Select((c, i) => (byte[])[(byte)(i == 0 ? '{' : ','), .. JsonSerializer.SerializeToUtf8Bytes(c.Name), (byte)':'])];

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task WriteAsync(ColumnChunk chunk, int rows, CancellationToken cancellationToken)
    {
        _buffer.Clear();
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                _buffer.Raw(_names[i]);
                VectorJson.Write(_buffer, chunk.Columns[columns[i].Position], row);
            }

            _buffer.Raw("}\n"u8);
        }

        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _buffer.Dispose();
        return default;
    }
}
