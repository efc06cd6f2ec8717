using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Redis;

/// <summary>The Redis server that replicas of the service share; configuration section <c>Redis</c>. Without a host there is none.</summary>
public sealed class RedisOptions
{
    /// <summary>Name or address of the server; null for none. Environment: <c>REDIS_HOST</c>.</summary>
    public string? Host { get; set; }

    /// <summary>Its port. Environment: <c>REDIS_PORT</c>.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 6379;

    /// <summary>User, where the server has users; null is its default one. Environment: <c>REDIS_USER</c>.</summary>
    public string? User { get; set; }

    /// <summary>Password; null for a server without. Environment: <c>REDIS_PASSWORD</c>.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the connection is encrypted and the server's certificate is checked. Environment: <c>REDIS_TLS</c>.</summary>
    public bool Tls { get; set; }

    /// <summary>Number of the database.</summary>
    [Range(0, 1_000_000)]
    public int Database { get; set; }

    /// <summary>
    /// What tells this installation from others on the same server: goes before topics, the lock and cached answers, never before the keys of
    /// persisted documents.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>How long to wait for a connection, and for an answer that cannot be done without.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a request waits for an answer that it can do without.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the lake is looked at for what other replicas did, in case their announcement was missed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long the lock for runs frees itself when its holder has died.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LockExpiry { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a persisted document is kept after it was stored; null for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00")]
    public TimeSpan? DocumentExpiry { get; set; }

    internal string Address => $"{Host}:{Port}";

    /// <summary>A name within this installation.</summary>
    internal string Name(string name) => string.IsNullOrEmpty(Prefix) ? name : $"{Prefix}:{name}";
}
