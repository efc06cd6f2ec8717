using System.ComponentModel.DataAnnotations;
using System.Net;

namespace NovaCorrente.Host.Hosting;

/// <summary>Where the server listens and who may call it from a browser; configuration section <c>Server</c>.</summary>
public sealed class ServerOptions : IValidatableObject
{
    /// <summary>Address to listen on: a name, an IP address, or <c>*</c> for all. Environment: <c>API_HOST</c>.</summary>
    [Required]
    public string Host { get; set; } = "localhost";

    /// <summary>Port to listen on; 0 takes a free one. Environment: <c>API_PORT</c>.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 8000;

    /// <summary>Origins of web pages served elsewhere, separated by commas, or <c>*</c>. Environment: <c>CORS_ORIGINS</c>.</summary>
    public string CorsOrigins { get; set; } = "";

    /// <summary>PEM file of the certificate, its chain included; with one, the port speaks TLS only. Read again when it is replaced.</summary>
    public string? Certificate { get; set; }

    /// <summary>PEM file of the certificate's private key.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>
    /// Networks of the proxies in front, such as <c>10.0.0.0/8</c>, separated by commas. Only what they say about who calls through them is
    /// believed; the machine itself is always among them.
    /// </summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Memory that managed objects may take, in megabytes; 0 leaves it to the runtime. DuckDB's own is not part of it.</summary>
    [Range(0, 1_000_000)]
    public int HeapLimitMegabytes { get; set; }

    /// <summary>Connections open at once; more wait.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// Time between the order to stop and the end of taking requests. Not ready any more, the service goes on meanwhile, so that whoever
    /// distributes requests can notice. Five seconds outside of Development, unless set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainDelay { get; set; }

    /// <summary>Time that requests in flight get to end after that.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary><see cref="TrustedProxies"/> one by one.</summary>
    public IEnumerable<IPNetwork> Proxies => Split(TrustedProxies).Select(network => IPNetwork.Parse(network));

    /// <summary><see cref="CorsOrigins"/> one by one.</summary>
    public IReadOnlyList<string> Origins => [.. Split(CorsOrigins).Select(origin => origin.TrimEnd('/'))];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in Split(TrustedProxies).Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return new ValidationResult($"Server:{nameof(TrustedProxies)}: '{network}' is not a network; an example is 10.0.0.0/8.");
        }

        foreach (var origin in Origins.Where(origin => origin is not "*" && !IsOrigin(origin)))
        {
            yield return new ValidationResult($"Server:{nameof(CorsOrigins)}: '{origin}' is not an origin; an example is https://dashboard.example.");
        }

        if (string.IsNullOrEmpty(Certificate) != string.IsNullOrEmpty(CertificateKey))
        {
            yield return new ValidationResult($"Server:{nameof(Certificate)} and Server:{nameof(CertificateKey)} need each other.");
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery is "/" && uri.Fragment.Length == 0;

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
