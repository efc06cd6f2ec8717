using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Transports.Http;

namespace NovaCorrente.Host.Caching;

/// <summary>What clients are told of the cache.</summary>
internal static class CacheHeaders
{
    /// <summary>Tells whether an answer was kept: <c>HIT</c>, <c>MISS</c>, or <c>BYPASS</c> for one that never is.</summary>
    public const string Status = "X-Cache";

    /// <summary>The keys of the answers that a client says it has. Only for GET: there alone "not modified" has a meaning.</summary>
    /// <param name="request">What the client sends.</param>
    /// <param name="format">The form in which the answer would leave; another form of it is another representation.</param>
    public static IReadOnlyCollection<string> KnownAnswers(HttpRequest request, ResponseFormat? format) =>
        HttpMethods.IsGet(request.Method) && request.Headers.IfNoneMatch.Count > 0
            ? [.. request.GetTypedHeaders().IfNoneMatch.Select(tag => tag.Tag.Value ?? "").Where(tag => tag.EndsWith(EndOf(format), StringComparison.Ordinal))
                .Select(tag => tag[1..^EndOf(format).Length])]
            : [];

    /// <summary>Whether a client refuses kept answers, with <c>Cache-Control: no-cache</c>.</summary>
    public static bool WantsFresh(HttpRequest request) =>
        request.Headers.CacheControl.Count > 0 && request.GetTypedHeaders().CacheControl is { NoCache: true };

    public static void Write(HttpResponse response, CacheOutcome? outcome, ResponseFormat format)
    {
        response.Headers[Status] = outcome is null ? "BYPASS" : outcome.IsHit ? "HIT" : "MISS";
        if (outcome is null)
        {
            response.Headers.CacheControl = "no-store";
            return;
        }

        // A browser may keep it but has to ask whether it is still the current one; nobody in between may.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Append(HeaderNames.Vary, "Accept, Authorization, X-API-Key");
        response.Headers.ETag = "\"" + outcome.Ticket.Key + EndOf(format);
    }

    private static string EndOf(ResponseFormat? format) => format is ResponseFormat.Json ? ".json\"" : ".response\"";
}
