using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Caching;

/// <summary>How answers are kept; configuration section <c>ResponseCache</c>.</summary>
public sealed class ResponseCacheOptions
{
    /// <summary>Whether answers are kept at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Bytes of answers that this process keeps.</summary>
    [Range(0, 100_000_000_000)]
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes of one answer; a larger one is not kept.</summary>
    [Range(0, 1_000_000_000)]
    public int MaxEntryBytes { get; set; } = 1024 * 1024;

    /// <summary>How long an answer stays in Redis, where there is one. It stays right for ever; this only bounds the room it takes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan SharedExpiry { get; set; } = TimeSpan.FromHours(1);
}
