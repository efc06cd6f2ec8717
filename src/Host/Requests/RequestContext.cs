using System.Security.Claims;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Requests;

/// <summary>Who asks and over what: everything about a request that is not in its body.</summary>
internal sealed record RequestContext
{
    /// <summary>Services that live as long as the request (or, over a socket, as the operation).</summary>
    public required IServiceProvider Services { get; init; }

    public ClaimsPrincipal? User { get; init; }

    /// <summary>The HTTP request behind it; for sockets the one that was upgraded.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>Whether the answer should tell its SQL and times, where that is allowed; over HTTP a header asks for it, too.</summary>
    public bool WantsExplanation { get; init; }

    /// <summary>Set when the list of the operation is wanted as a file instead of a JSON answer.</summary>
    public ExportRequest? Export { get; init; }

    /// <summary>Whether the answer may come from the cache and go into it: the transport sends it as one JSON document.</summary>
    public bool MayUseCache { get; init; }

    /// <summary>Keys of the answers that the client has.</summary>
    public IReadOnlyCollection<string> KnownAnswers { get; init; } = [];

    public AllowedOperations Allowed { get; init; } = AllowedOperations.All;
}
