using NovaCorrente.Host.Alerts;
using NovaCorrente.Host.Auth;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Dashboard;
using NovaCorrente.Host.Explorer;
using NovaCorrente.Host.Health;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Scheduling;
using NovaCorrente.Host.Telemetry;
using NovaCorrente.Host.Transports;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers;
using NovaCorrente.Resolvers.Pipeline;

namespace NovaCorrente.Host.Hosting;

/// <summary>Puts the service together: one line per capability.</summary>
internal static class NovaHost
{
    /// <summary>Builds the service, ready to run.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddDeploymentEnvironment();
        ProcessMemory.LimitHeap(builder.Configuration);
        builder.AddTelemetry();
        builder.Services.AddWebServer();
        builder.Services.AddAuth();
        builder.Services.AddLake(builder.Configuration);
        builder.Services.AddRedis(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.AddBackups(builder.Configuration);
        builder.Services.AddGoldResolvers(serving => builder.Configuration.GetSection("Serving").Bind(serving));
        builder.Services.AddPipelineFields();
        builder.Services.AddResponseCache();
        builder.Services.AddSchedules(builder.Configuration);
        builder.Services.AddAlerts(builder.Configuration);
        builder.Services.AddHealth();
        builder.Services.AddGraphQLServer();
        builder.Services.AddExplorers();
        builder.Services.AddDashboard();

        var app = builder.Build();
        app.UseWebServer();
        app.UseAuth();
        app.MapHealth();
        app.MapTelemetry();
        app.MapAuth();
        app.MapNovaGraphQL("/graphql");
        app.MapExplorers("/graphql");
        app.MapDashboard();
        return app;
    }
}
