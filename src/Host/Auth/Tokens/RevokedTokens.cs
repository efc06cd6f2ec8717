using System.Security.Claims;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>
/// Knows the revoked tokens by looking at the lake every few seconds, so that no request waits for it. While the lake is away nothing can be revoked,
/// and what was known before holds.
/// </summary>
internal sealed partial class RevokedTokens(
    RevokedTokenStore store, AuthMode mode, IOptions<AuthOptions> options, TimeProvider time, ILogger<RevokedTokens> logger) : BackgroundService
{
    private readonly TaskCompletionSource<HashSet<string>> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<HashSet<string>>? _known;

    /// <summary>Whether the token by which a caller was known is revoked.</summary>
    /// <exception cref="LakeException">That cannot be told, because the lake has not answered since the start.</exception>
    public async ValueTask<bool> ContainsAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (caller.FindFirst(BearerTokens.IdClaim) is not { } id)
        {
            return false;
        }

        var known = await (Volatile.Read(ref _known) ?? _first.Task).WaitAsync(cancellationToken);
        return known.Contains(RevokedTokenStore.HashOf(id.Value));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (mode.IsOpen)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.KeyCacheTime, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var hashes = await store.ReadAsync(cancellationToken);
            Volatile.Write(ref _known, Task.FromResult(hashes));
            _first.TrySetResult(hashes);
        }
        catch (LakeException failure)
        {
            LogAway(failure);
            _first.TrySetException(failure);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The list of revoked tokens cannot be read; what was known before holds.")]
    private partial void LogAway(Exception failure);
}
