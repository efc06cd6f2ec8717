using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>Which tokens count. Secret and provider exclude each other, and so do their algorithms: a public key can never pass for a secret.</summary>
internal sealed class ConfigureBearer(IOptions<AuthOptions> options, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly string[] _providerAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    // Tokens with made-up keys must not make the service ask the provider for every one of them.
    private static readonly TimeSpan _refreshInterval = TimeSpan.FromSeconds(15);

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JwtBearerOptions bearer)
    {
        var auth = options.Value;
        bearer.MapInboundClaims = false;
        bearer.Audience = auth.Audience;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateLifetime = true,
            LifetimeValidator = (from, to, _, _) => IsCurrent(from, to),
            ValidateIssuerSigningKey = true,
            ValidateIssuer = auth.HasAuthority || auth.Issuer is not null,
            ValidIssuer = auth.Issuer,
            ValidateAudience = auth.Audience is not null,
            ValidAudience = auth.Audience,
            ValidAlgorithms = auth.HasAuthority ? _providerAlgorithms : [auth.Algorithm],
        };
        if (auth.HasAuthority)
        {
            bearer.Authority = auth.Authority;
            bearer.RefreshInterval = _refreshInterval;
            bearer.RequireHttpsMetadata = !new Uri(auth.Authority!).IsLoopback;
        }
        else if (auth.HasSecret)
        {
            bearer.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(auth.SecretKey!));
        }
    }

    private bool IsCurrent(DateTime? from, DateTime? to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to is null ? throw new SecurityTokenNoExpirationException()
            : now - options.Value.ClockSkew > to ? throw new SecurityTokenExpiredException()
            : now + options.Value.ClockSkew < from ? throw new SecurityTokenNotYetValidException()
            : true;
    }
}
