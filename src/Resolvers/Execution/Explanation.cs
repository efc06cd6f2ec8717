using System.Globalization;
using System.Text.Json.Serialization;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>How a gold field was answered, for whoever asked for an explanation.</summary>
/// <param name="Field">Response name of the field.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">Values of its parameters, in order.</param>
/// <param name="Snapshot">The snapshot that answered.</param>
/// <param name="PlanCached">Whether the plan was known from an earlier request.</param>
/// <param name="Rows">Rows that the statement gave.</param>
/// <param name="CompileMilliseconds">Time to find or make the plan.</param>
/// <param name="ExecuteMilliseconds">Time that DuckDB took.</param>
/// <param name="WriteMilliseconds">Time to write the JSON.</param>
public sealed record Explanation(
    [property: JsonPropertyName("field")] string Field,
    [property: JsonPropertyName("sql")] string Sql,
    [property: JsonPropertyName("parameters")] IReadOnlyList<string?> Parameters,
    [property: JsonPropertyName("snapshot")] string? Snapshot,
    [property: JsonPropertyName("planCached")] bool PlanCached,
    [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("compileMilliseconds")] double CompileMilliseconds,
    [property: JsonPropertyName("executeMilliseconds")] double ExecuteMilliseconds,
    [property: JsonPropertyName("writeMilliseconds")] double WriteMilliseconds)
{
    /// <summary>Key of the user context under which a request that wants explanations carries <see langword="true"/>.</summary>
    public const string Requested = "gold.explain";

    /// <summary>Name of the response extension that holds them.</summary>
    public const string Extension = "explain";

    internal static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
