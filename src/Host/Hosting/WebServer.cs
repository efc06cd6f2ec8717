using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Transports;
using NovaCorrente.Host.Transports.Export;

namespace NovaCorrente.Host.Hosting;

/// <summary>The web server under the endpoints: address, limits, browsers' rules, shutdown.</summary>
internal static class WebServer
{
    private static readonly TimeSpan _productionDrainDelay = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddWebServer(this IServiceCollection services)
    {
        services.AddOptions<ServerOptions>()
            .Configure<IHostEnvironment>((server, environment) => server.DrainDelay = environment.IsDevelopment() ? TimeSpan.Zero : _productionDrainDelay)
            .BindConfiguration("Server").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>, IOptions<TransportOptions>, IServiceProvider>(ConfigureKestrel);
        services.AddSingleton(Certificate);
        services.AddOptions<HostOptions>().Configure<IOptions<ServerOptions>>((host, server) => host.ShutdownTimeout = server.Value.DrainDelay + server.Value.ShutdownTimeout);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddOptions<TransportOptions>().PostConfigure<IOptions<ServerOptions>>((transport, server) =>
        {
            foreach (var origin in server.Value.Origins)
            {
                transport.AllowedOrigins.Add(origin);
            }
        });
        services.AddOptions<WebSocketOptions>().Configure(sockets =>
        {
            // Finds peers that vanished without a word; the protocol's own pings are for proxies and clients.
            sockets.KeepAliveInterval = TimeSpan.FromSeconds(15);
            sockets.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ServerOptions>>((forwarded, server) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in server.Value.Proxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        services.AddCors();
        return services;
    }

    public static WebApplication UseWebServer(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        var origins = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.Origins;
        app.UseCors(policy => (origins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins([.. origins]))
            .WithMethods("GET", "POST")
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Retry-After", "Content-Disposition", "WWW-Authenticate", CacheHeaders.Status, ExportTransport.LimitHeader)
            .SetPreflightMaxAge(TimeSpan.FromHours(1)));
        app.UseWebSockets();
        return app;
    }

    private static CertificateFiles Certificate(IServiceProvider services)
    {
        var server = services.GetRequiredService<IOptions<ServerOptions>>().Value;
        return new CertificateFiles(
            server.Certificate!, server.CertificateKey!, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<CertificateFiles>>());
    }

    private static void ConfigureKestrel(
        KestrelServerOptions kestrel, IOptions<ServerOptions> server, IOptions<TransportOptions> transport, IServiceProvider services)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = server.Value.MaxConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = server.Value.MaxConnections;
        // Somewhat above the limit of a request, so that it is the endpoint that answers, in its own words.
        kestrel.Limits.MaxRequestBodySize = transport.Value.MaxRequestSize + (1024 * 1024);
        var files = string.IsNullOrEmpty(server.Value.Certificate) ? null : services.GetRequiredService<CertificateFiles>();
        Listen(kestrel, server.Value.Host, server.Value.Port, listener =>
        {
            if (files is not null)
            {
                listener.UseHttps(https => https.ServerCertificateSelector = (_, _) => files.Current);
            }
        });
    }

    private static void Listen(KestrelServerOptions kestrel, string host, int port, Action<ListenOptions> configure)
    {
        if (host is "localhost" && port != 0)
        {
            kestrel.ListenLocalhost(port, configure);
        }
        else if (host is "localhost")
        {
            kestrel.Listen(IPAddress.Loopback, port, configure);
        }
        else if (IPAddress.TryParse(host, out var address))
        {
            kestrel.Listen(address, port, configure);
        }
        else
        {
            kestrel.ListenAnyIP(port, configure);
        }
    }
}
