using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Auth;

/// <summary>
/// How callers prove who they are; configuration section <c>Auth</c>. Tokens are either signed with a secret of this service or issued by an
/// OpenID Connect provider. In Development, and only there, neither may be set: everybody may do everything then.
/// </summary>
internal sealed class AuthOptions
{
    /// <summary>The secret that tokens are signed with, 32 bytes of UTF-8 or more. Environment: <c>SECRET_KEY</c>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The algorithm of such tokens: HS256, HS384 or HS512. Environment: <c>ALGORITHM</c>.</summary>
    public string Algorithm { get; set; } = "HS256";

    /// <summary>Address of an OpenID Connect provider. With it only tokens of that provider are accepted, and the secret plays no part.</summary>
    public string? Authority { get; set; }

    /// <summary>The issuer that a token must name; for a provider its own name unless set, for a secret any unless set.</summary>
    public string? Issuer { get; set; }

    /// <summary>The audience that a token must name. A provider that serves more than one application needs it.</summary>
    public string? Audience { get; set; }

    /// <summary>The id under which the provider knows the dashboard.</summary>
    public string? ClientId { get; set; }

    /// <summary>What the dashboard asks the provider for, separated by blanks.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>
    /// Origins of the provider besides that of <see cref="Authority"/>, for example <c>https://oauth2.googleapis.com</c>, separated by blanks: pages
    /// may connect to these and to no others.
    /// </summary>
    [RegularExpression(@" *(https?://[\w.:\[\]-]+ *)*", ErrorMessage = "Auth:ProviderOrigins takes origins such as https://id.example.com, separated by blanks.")]
    public string ProviderOrigins { get; set; } = "";

    /// <summary>The claim with the roles. Points lead into objects, as in <c>realm_access.roles</c>.</summary>
    public string RolesClaim { get; set; } = "roles";

    /// <summary>How far the clocks of issuer and service may be apart.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a replica may go on with what it knows of API keys and revoked tokens; a revoked one works that long at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan KeyCacheTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether tokens come from a provider.</summary>
    public bool HasAuthority => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Whether tokens are signed with a secret.</summary>
    public bool HasSecret => !HasAuthority && !string.IsNullOrEmpty(SecretKey);
}
