using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>Which web pages may use the endpoint with the rights of their visitor.</summary>
internal sealed class OriginPolicy(IOptions<TransportOptions> options)
{
    private readonly IList<string> _allowed = options.Value.AllowedOrigins;

    /// <summary>Clients that are no browsers send no origin. Ports are not compared: cookies are not separated by port either, and proxies drop it.</summary>
    public bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || _allowed.Contains("*")
            || _allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase));
    }
}
