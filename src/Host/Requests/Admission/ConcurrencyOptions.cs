using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Requests.Admission;

/// <summary>How much work is done at once; configuration section <c>GraphQL:Concurrency</c>.</summary>
public sealed class ConcurrencyOptions
{
    /// <summary>Queries and mutations that are executed at once. Their statements share the connections of <c>Serving:Database</c>.</summary>
    [Range(1, 100_000)]
    public int MaxExecutions { get; set; } = 64;

    /// <summary>Operations that wait for their turn; more are turned away.</summary>
    [Range(0, 1_000_000)]
    public int MaxQueued { get; set; } = 256;

    /// <summary>Time that an operation waits before it is turned away.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Files that are sent at once; each keeps a connection of the database as long as somebody reads it, so this must be less than there
    /// are connections. Further ones wait like operations.
    /// </summary>
    [Range(1, 1_000)]
    public int MaxExports { get; set; } = 2;

    /// <summary>When a client that was turned away should try again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);
}
