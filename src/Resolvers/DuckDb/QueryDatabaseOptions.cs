namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>How a DuckDB database is opened for queries.</summary>
public sealed record QueryDatabaseOptions
{
    /// <summary>Memory that all queries of the database may use together, in DuckDB's spelling.</summary>
    public string MemoryLimit { get; init; } = "1GB";

    /// <summary>Threads that all queries of the database share; 0 means all cores.</summary>
    public int Threads { get; init; }

    /// <summary>Queries that run at once; more wait for their turn.</summary>
    public int Connections { get; init; } = Math.Max(4, Environment.ProcessorCount * 2);

    /// <summary>Folder for what does not fit into memory.</summary>
    public string? SpillFolder { get; init; }
}
