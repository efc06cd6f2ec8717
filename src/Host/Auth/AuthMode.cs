using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Auth;

/// <summary>Whether callers have to prove who they are.</summary>
internal sealed class AuthMode(IOptions<AuthOptions> options, IHostEnvironment environment)
{
    /// <summary>In Development without a secret and a provider everybody may do everything.</summary>
    public bool IsOpen { get; } = environment.IsDevelopment() && options.Value is { HasAuthority: false, HasSecret: false };
}
