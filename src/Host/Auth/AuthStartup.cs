using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Auth;

/// <summary>Refuses to serve with a secret that is none, before anything listens, and says when everybody is let in.</summary>
internal sealed partial class AuthStartup(IOptions<AuthOptions> options, AuthMode mode, IHostEnvironment environment, ILogger<AuthStartup> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (mode.IsOpen)
        {
            LogOpen();
        }
        else if (Problem(options.Value) is { } problem)
        {
            throw new OptionsValidationException("Auth", typeof(AuthOptions), [problem]);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string? Problem(AuthOptions auth)
    {
        if (auth.HasAuthority)
        {
            return Uri.TryCreate(auth.Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
                ? null
                : $"Auth:Authority '{auth.Authority}' is no address that begins with https://.";
        }

        if (SecretStrength.Unusable(auth) is { } problem)
        {
            return problem;
        }

        if (!SecretStrength.IsWellKnown(auth.SecretKey!))
        {
            return null;
        }

        if (!environment.IsDevelopment())
        {
            return SecretStrength.WellKnown;
        }

        LogWellKnown();
        return null;
    }

    [LoggerMessage(1, LogLevel.Warning, "Access is open: everybody may do everything, because neither a secret (SECRET_KEY) nor an authority is set. This is so in Development only.")]
    private partial void LogOpen();

    [LoggerMessage(2, LogLevel.Warning, "The secret is a well-known one. Outside Development the service would not start with it.")]
    private partial void LogWellKnown();
}
