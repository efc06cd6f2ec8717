using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Transports.Export;

/// <summary>Whether a request wants its list as a file: by <c>?format=csv</c>, or by an Accept header that prefers a file's media type.</summary>
internal static class ExportNegotiation
{
    private const string Format = "format";
    private const string Separator = "separator";
    private const string Raw = "raw";

    /// <returns>What is asked for, or null when an ordinary answer is.</returns>
    /// <exception cref="RequestException">The format or the separator is unknown.</exception>
    public static ExportRequest? Of(HttpRequest request)
    {
        var format = request.Query.TryGetValue(Format, out var name)
            ? ExportFormats.OfName(name.ToString()) ?? throw RequestErrors.UnknownExportFormat(name.ToString())
            : Preferred(request);
        return format is null ? null : new ExportRequest
        {
            Format = format.Value,
            Separator = SeparatorOf(request.Query[Separator].ToString()),
            Raw = bool.TryParse(request.Query[Raw], out var raw) && raw,
        };
    }

    // The range with the highest quality decides, the first of several.
    private static ExportFormat? Preferred(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseStrictList(request.Headers.Accept, out var ranges)
        && ranges.OrderByDescending(range => range.Quality ?? 1).FirstOrDefault()?.MediaType.Value is { } mediaType
            ? ExportFormats.OfMediaType(mediaType)
            : null;

    private static char SeparatorOf(string text) => text switch
    {
        "" => ',',
        "," or ";" or "|" or "\t" => text[0],
        _ => throw RequestErrors.UnknownExportSeparator(text),
    };
}
