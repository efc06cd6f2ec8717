using System.ComponentModel.DataAnnotations;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Transports.Http;

namespace NovaCorrente.Host.Transports;

/// <summary>What the HTTP side of the endpoint offers; configuration section <c>GraphQL:Http</c>.</summary>
internal sealed class TransportOptions
{
    public bool EnableGetRequests { get; set; } = true;

    public AllowedOperations AllowedGetOperations { get; set; } = AllowedOperations.Query;

    /// <summary>Whether a GET counts as GraphQL only with a header that a plain link or form cannot send.</summary>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>
    /// What clients without a preference get, none or a wildcard in their Accept header. The default is what the specification's audit asks for;
    /// <see cref="ResponseFormat.GraphQLResponse"/> tells the outcome by the status.
    /// </summary>
    [AllowedValues(ResponseFormat.Json, ResponseFormat.GraphQLResponse)]
    public ResponseFormat DefaultFormat { get; set; } = ResponseFormat.Json;

    public bool EnableSchemaRequests { get; set; } = true;

    public bool EnableSchemaFileSupport { get; set; } = true;

    public Batching Batching { get; set; } = Batching.None;

    [Range(1, 100_000)]
    public int MaxBatchSize { get; set; } = 1024;

    /// <summary>Bytes of a request body.</summary>
    [Range(1_024, 1_000_000_000)]
    public int MaxRequestSize { get; set; } = 20 * 1000 * 1024;

    /// <summary>How often an idle event stream says that it is alive.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>Results of one subscription that wait for a slow client before it is cut off.</summary>
    [Range(1, 100_000)]
    public int SubscriptionBacklog { get; set; } = 256;

    /// <summary>Web origins besides the endpoint's own whose pages may open sockets and read answers.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
