using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Export;

/// <summary>Writes rows as a file of one format, chunk by chunk.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    /// <summary>Writes what comes before the rows.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Writes the first rows of a chunk.</summary>
    Task WriteAsync(ColumnChunk chunk, int rows, CancellationToken cancellationToken);

    /// <summary>Writes what comes after the rows.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
