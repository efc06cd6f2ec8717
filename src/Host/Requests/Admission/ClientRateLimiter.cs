using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Telemetry;

namespace NovaCorrente.Host.Requests.Admission;

/// <summary>Keeps one client from crowding out the others. Every operation counts, whatever brings it: a request, a part of a batch, a message of a socket.</summary>
internal sealed class ClientRateLimiter : IDisposable
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly RateLimitOptions _options;
    private readonly PartitionedRateLimiter<string>? _limiter;

    public ClientRateLimiter(IOptions<RateLimitOptions> options)
    {
        _options = options.Value;
        if (_options.RequestsPerSecond > 0)
        {
            _limiter = PartitionedRateLimiter.Create<string, string>(
                client => RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket()), StringComparer.Ordinal);
        }
    }

    /// <exception cref="RequestException">The client has asked too often.</exception>
    public void Count(HttpContext http, ClaimsPrincipal? user, int operations = 1)
    {
        if (_limiter is null)
        {
            return;
        }

        using var lease = _limiter.AttemptAcquire(ClientIdentity.Of(user, http.Connection.RemoteIpAddress), Math.Min(operations, _options.Burst));
        if (!lease.IsAcquired)
        {
            ApiTelemetry.RateLimited();
            throw RequestErrors.RateLimited(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > _second ? wait : _second);
        }
    }

    public void Dispose() => _limiter?.Dispose();

    private TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = _options.Burst,
        TokensPerPeriod = _options.RequestsPerSecond,
        ReplenishmentPeriod = _second,
    };
}
