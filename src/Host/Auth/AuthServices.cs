using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Host.Transports;
using NovaCorrente.Host.Transports.Sockets;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Host.Auth;

/// <summary>Registers who may do what.</summary>
internal static class AuthServices
{
    /// <summary>What the server needs. Comes before the gold resolvers and the transports, which let everybody do everything by themselves.</summary>
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddCredentials();
        services.AddSingleton<AuthMode>();
        services.AddSingleton<RevokedTokens>();
        services.AddHostedService(s => s.GetRequiredService<RevokedTokens>());
        services.AddSingleton<Authenticator>();
        services.AddSingleton<IAccessPolicy>(s => s.GetRequiredService<AuthMode>().IsOpen ? new OpenAccessPolicy() : new RoleAccessPolicy());
        services.AddSingleton<ICallerLifetime, CallerLifetime>();
        services.AddSingleton<IConnectionInitHandler, SocketSignIn>();
        services.AddHostedService<AuthStartup>();
        return services;
    }

    /// <summary>What it takes to issue and to read tokens and keys.</summary>
    public static IServiceCollection AddCredentials(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<AuthOptions>().BindConfiguration("Auth").ValidateDataAnnotations();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, ConfigureBearer>();
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
        services.AddSingleton<BearerTokens>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<RevokedTokenStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ApiKeys>();
        return services;
    }

    /// <summary>Tells requests their callers; comes before whatever answers or limits them.</summary>
    public static IApplicationBuilder UseAuth(this IApplicationBuilder app) => app.UseMiddleware<AuthenticationGate>();
}
