using OpenTelemetry.Exporter;

namespace NovaCorrente.Host.Telemetry;

/// <summary>What the service tells of itself, and to whom; configuration section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether <c>/metrics</c> answers Prometheus.</summary>
    public bool Prometheus { get; set; } = true;

    /// <summary>
    /// Address of an OTLP collector that traces and metrics are sent to, such as <c>http://collector:4317</c>; none are sent without one.
    /// The other settings of the exporter are its own environment variables, <c>OTEL_EXPORTER_OTLP_*</c>.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>The protocol of that collector.</summary>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>Name of the service in traces and metrics.</summary>
    public string ServiceName { get; set; } = "nova-corrente";

    /// <summary>Whether logs are written as JSON lines; outside of Development unless set.</summary>
    public bool JsonLogs { get; set; }
}
