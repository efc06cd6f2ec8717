using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>What the client can read, from its Accept header: q-values count, the more exact range speaks for a type, q=0 excludes;
/// at the same q a type that is named goes before one that only a wildcard lets in.</summary>
internal sealed class AcceptHeader
{
    private const int Named = 2;

    private static readonly (ResponseFormat Format, string Type, string SubType)[] _offers =
    [
        (ResponseFormat.GraphQLResponse, "application", "graphql-response+json"),
        (ResponseFormat.Json, "application", "json"),
        (ResponseFormat.Multipart, "multipart", "mixed"),
        (ResponseFormat.EventStream, "text", "event-stream"),
        (ResponseFormat.JsonLines, "application", "jsonl"),
        (ResponseFormat.GraphQLResponseLines, "application", "graphql-response+jsonl"),
    ];

    private static readonly ResponseFormat[] _subscriptionOrder =
        [ResponseFormat.EventStream, ResponseFormat.Multipart, ResponseFormat.JsonLines, ResponseFormat.GraphQLResponseLines];

    private static readonly ResponseFormat[] _batchOrder =
        [ResponseFormat.Multipart, ResponseFormat.EventStream, ResponseFormat.JsonLines, ResponseFormat.GraphQLResponseLines];

    private readonly IList<MediaTypeHeaderValue>? _ranges;
    private readonly ResponseFormat _default;

    private AcceptHeader(IList<MediaTypeHeaderValue>? ranges, ResponseFormat defaultFormat)
    {
        _ranges = ranges;
        _default = defaultFormat;
    }

    /// <summary>No preference.</summary>
    public static AcceptHeader Any(ResponseFormat defaultFormat) => new(null, defaultFormat);

    /// <exception cref="RequestException">The header is malformed, or nothing that it lists can be produced.</exception>
    public static AcceptHeader Parse(StringValues header, ResponseFormat defaultFormat)
    {
        if (StringValues.IsNullOrEmpty(header))
        {
            return Any(defaultFormat);
        }

        if (!MediaTypeHeaderValue.TryParseStrictList(header, out var ranges))
        {
            throw RequestErrors.InvalidAcceptHeader(header.ToString());
        }

        var accept = new AcceptHeader(ranges, defaultFormat);
        return accept.ForSingle() is null ? throw RequestErrors.NoSupportedAcceptMediaType() : accept;
    }

    /// <summary>Whether a page is asked for: the type is named outright, as browsers do, not through a wildcard.</summary>
    public static bool WantsHtml(StringValues header) =>
        MediaTypeHeaderValue.TryParseList(header, out var ranges)
        && ranges.Any(range => range.Type == "text" && range.SubType == "html" && range.Quality is not 0);

    public ResponseFormat? ForSingle() => Best(_offers.Select(offer => offer.Format));

    /// <summary>The plain JSON form of a single result; also what a refusal is written in when only streams are accepted.</summary>
    public ResponseFormat ForSingleDocument() => Best([ResponseFormat.GraphQLResponse, ResponseFormat.Json]) ?? _default;

    public ResponseFormat? ForSubscription() => Best(_subscriptionOrder);

    public ResponseFormat? ForBatch() => Best(_batchOrder);

    private ResponseFormat? Best(IEnumerable<ResponseFormat> inOrder)
    {
        ResponseFormat? best = null;
        var bestRank = (Quality: 0d, IsNamed: false, IsDefault: false);
        foreach (var format in inOrder)
        {
            var (quality, isNamed) = Preference(format);
            var rank = (quality, isNamed, !isNamed && format == _default);
            if (quality > 0 && rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (format, rank);
            }
        }

        return best;
    }

    private (double Quality, bool IsNamed) Preference(ResponseFormat format)
    {
        if (_ranges is null)
        {
            return (1, false);
        }

        var (_, type, subType) = _offers[(int)format];
        var quality = 0d;
        var exactness = -1;
        foreach (var range in _ranges)
        {
            var match = Match(range, type, subType);
            if (match > exactness)
            {
                exactness = match;
                quality = range.Quality ?? 1;
            }
        }

        return (quality, exactness == Named);
    }

    private static int Match(MediaTypeHeaderValue range, string type, string subType)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (!range.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        if (range.MatchesAllSubTypes)
        {
            return 1;
        }

        return range.SubType.Equals(subType, StringComparison.OrdinalIgnoreCase) ? Named : -1;
    }
}
