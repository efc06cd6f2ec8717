using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Requests.Admission;

/// <summary>How often one client may ask; configuration section <c>RateLimit</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests a second outside of Development, unless set.</summary>
    public const int ProductionRate = 100;

    /// <summary>Requests that one client may send a second, on average; 0 sets no limit, which is the default in Development.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerSecond { get; set; }

    /// <summary>Requests that one client may send at once after it was quiet.</summary>
    [Range(1, 10_000_000)]
    public int Burst { get; set; } = 500;
}
