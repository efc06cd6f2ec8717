using System.Security.Claims;

namespace NovaCorrente.Host.Transports;

/// <summary>Tells when a caller stops being one, for connections that outlive a request.</summary>
internal interface ICallerLifetime
{
    /// <summary>Ends when the caller's token or key no longer counts, and gives the reason to tell it; otherwise at the cancellation.</summary>
    Task<string> EndAsync(ClaimsPrincipal caller, CancellationToken cancellationToken);
}

/// <summary>Callers who stay callers.</summary>
internal sealed class EndlessCallers : ICallerLifetime
{
    public async Task<string> EndAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new OperationCanceledException(cancellationToken);
    }
}
