using GraphQL;
using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Cost;

/// <summary>The weights given to parts of the schema.</summary>
internal static class CostWeight
{
    /// <summary>A field that reads from storage.</summary>
    public const string Fetch = "10";

    /// <summary>A filter or an order, as argument or input field.</summary>
    public const string Condition = "10";

    /// <summary>A search inside texts.</summary>
    public const string TextSearch = "20";

    public static T WithCost<T>(this T provider, string weight)
        where T : IMetadataWriter => provider.ApplyDirective(CostDirective.DirectiveName, CostDirective.Weight, weight);
}
