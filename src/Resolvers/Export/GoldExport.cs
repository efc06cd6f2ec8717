using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Resolvers.Export;

/// <summary>A list that is ready to be written as a file: its query has begun, so what could fail at once has not failed.</summary>
public sealed class GoldExport : IAsyncDisposable
{
    private readonly IDatabaseLease _database;
    private readonly ConnectionLease _connection;
    private readonly QueryResult _result;
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly ExportRequest _request;
    private readonly CancellationTokenSource _ending;
    private ColumnChunk? _first;

    internal GoldExport(
        ExportRequest request,
        string fileName,
        IReadOnlyList<ExportColumn> columns,
        IDatabaseLease database,
        ConnectionLease connection,
        QueryResult result,
        ColumnChunk? first,
        CancellationTokenSource ending)
    {
        _request = request;
        FileName = fileName;
        _columns = columns;
        _database = database;
        _connection = connection;
        _result = result;
        _first = first;
        _ending = ending;
    }

    /// <summary>A name for the file.</summary>
    public string FileName { get; }

    /// <summary>Rows that a file may have for whoever asked; null when there is no limit.</summary>
    public int? MostRows { get; init; }

    /// <summary>The media type of the file.</summary>
    public string MediaType => _request.Format.MediaType();

    /// <summary>Writes the file. Rows are computed as they are written, so memory does not grow with their number.</summary>
    /// <exception cref="OperationCanceledException">The reader is gone; the query has been interrupted.</exception>
    public async Task WriteToAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var gone = cancellationToken.UnsafeRegister(static e => ((CancellationTokenSource)e!).Cancel(), _ending);
        await using var writer = Writer(output);
        await writer.BeginAsync(cancellationToken);
        for (var chunk = TakeFirst(); chunk is not null; chunk = _result.Next())
        {
            using (chunk)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(chunk, (int)chunk.Rows, cancellationToken);
            }
        }

        await writer.EndAsync(cancellationToken);
    }

    /// <summary>Ends the query and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        _first?.Dispose();
        await _ending.CancelAsync();
        _result.Dispose();
        _connection.Dispose();
        _database.Dispose();
        _ending.Dispose();
    }

    private ColumnChunk? TakeFirst()
    {
        var first = _first;
        _first = null;
        return first;
    }

    private IExportWriter Writer(Stream output) => _request.Format switch
    {
        ExportFormat.Csv => new CsvExportWriter(_columns, output, _request.Separator, _request.Raw),
        ExportFormat.Ndjson => new NdjsonExportWriter(_columns, output),
        ExportFormat.Parquet => new ParquetExportWriter(_columns, output),
        _ => new ArrowExportWriter(_columns, output),
    };
}
