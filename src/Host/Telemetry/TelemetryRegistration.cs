using System.Globalization;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Telemetry;
using NovaCorrente.Resolvers.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NovaCorrente.Host.Telemetry;

/// <summary>Registers traces, metrics and logs.</summary>
internal static class TelemetryRegistration
{
    private const string Section = "Telemetry";

    /// <summary>Adds what tells of the service, with the settings of section <c>Telemetry</c>.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = new TelemetryOptions { JsonLogs = !builder.Environment.IsDevelopment() };
        builder.Configuration.GetSection(Section).Bind(options);
        builder.Services.AddSingleton(Options.Create(options));
        var start = new StartLog();
        builder.Services.AddSingleton(start);
        AddLogs(builder.Logging, options, start);

        builder.Services.AddSingleton<RunWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RunWatch>());
        builder.Services.AddHostedService<ServiceGauges>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(options.ServiceName, serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => AddMetrics(metrics, options));
        if (options.OtlpEndpoint is not null)
        {
            // Spans that nobody receives are not made.
            telemetry.WithTracing(traces => AddTraces(traces)).UseOtlpExporter(options.OtlpProtocol, options.OtlpEndpoint);
        }

        return builder;
    }

    /// <summary>Maps <c>/metrics</c>.</summary>
    public static void MapTelemetry(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartLog>().End);
        if (app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.Prometheus)
        {
            app.MapPrometheusScrapingEndpoint("/metrics");
        }
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        metrics
            .AddMeter(ApiTelemetry.Name, GoldTelemetry.Name, PipelineTelemetry.Name)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation();
        if (options.Prometheus)
        {
            metrics.AddPrometheusExporter();
        }
    }

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(ApiTelemetry.Name, GoldTelemetry.Name, PipelineTelemetry.Name)
        .AddAspNetCoreInstrumentation(web => web.Filter = IsWorthATrace)
        .AddHttpClientInstrumentation();

    // Probes and scrapes would be most of the traces and tell nothing.
    private static bool IsWorthATrace(HttpContext http) => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/metrics");

    private static void AddLogs(ILoggingBuilder logging, TelemetryOptions options, StartLog start)
    {
        logging.AddFilter(StartLog.Category, start.Shows);

        // A request is told by its metrics and its trace; log lines for it would be most of the log, and hold what was asked.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Every probe would repeat in the log what it is answered.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        logging.Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (options.JsonLogs)
        {
            logging.AddJsonConsole(ConfigureJson);
        }
    }

    private static void ConfigureJson(JsonConsoleFormatterOptions json)
    {
        json.IncludeScopes = true;
        json.UseUtcTimestamp = true;
        json.TimestampFormat = CultureInfo.InvariantCulture.DateTimeFormat.SortableDateTimePattern + ".fffZ";
    }
}
