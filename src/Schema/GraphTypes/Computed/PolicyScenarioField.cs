using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Tables;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Schema.GraphTypes.Computed;

/// <summary>Gives the by-key field of part policies the settings of a what-if question.</summary>
public static class PolicyScenarioField
{
    /// <summary>Name of the argument with the wanted service level.</summary>
    public const string ServiceLevel = "serviceLevel";

    /// <summary>Name of the argument with the assumed lead time.</summary>
    public const string LeadTimeDays = "leadTimeDays";

    internal static void ApplyTo(ObjectGraphType query, GoldModel model, GoldTypes types)
    {
        if (model.Tables.FirstOrDefault(t => t.Record == typeof(PartPolicy)) is not { } table)
        {
            return;
        }

        var field = query.Fields.Find(table.Singular)!;
        field.Description += " With a service level or a lead time, safety stock and reorder point are what they would be then; all else stays.";
        field.Arguments!.Add(new QueryArgument(types.Scalar(GoldScalar.Float))
        {
            Name = ServiceLevel,
            Description = "The share of replenishment cycles that shall pass without running out, above 0 and below 1; 0.95 is usual.",
        });
        field.Arguments.Add(new QueryArgument(types.Scalar(GoldScalar.Float))
        {
            Name = LeadTimeDays,
            Description = "The mean time from request to order to assume, in days; its spread stays as it was measured.",
        });
        field.WithGoldField(new GoldField(GoldFieldKind.PolicyScenario, table));
    }
}
