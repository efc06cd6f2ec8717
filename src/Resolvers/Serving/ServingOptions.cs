using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>How snapshots are served.</summary>
public sealed class ServingOptions
{
    /// <summary>Folder for the local databases that snapshots are served from; made anew from the lake whenever it is lost.</summary>
    public string Folder { get; set; } = ".data/serving";

    /// <summary>How the databases are opened.</summary>
    public QueryDatabaseOptions Database { get; set; } = new();

    /// <summary>How long a past snapshot stays open after it was last asked for.</summary>
    public TimeSpan PastIdle { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a request waits for the lake where it needs it: to look back in time, and before anything is served. Then it is answered
    /// <c>LAKE_UNAVAILABLE</c>. Questions about what is current never wait for the lake.
    /// </summary>
    public TimeSpan LakeWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a request that looks back waits while an earlier snapshot is copied and opened; less than a request may take.</summary>
    public TimeSpan OpenWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the pointer to the current snapshot is read, in case an announcement was missed.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(15);
}
