using System.Globalization;
using GraphQL;
using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Cost;

/// <summary>Reads <c>@cost</c> and <c>@listSize</c> from the parts of a schema that carry them.</summary>
public static class CostAnnotations
{
    /// <summary>The weight of a field, argument or input field; null when it has none of its own.</summary>
    public static double? ReadCostWeight(this IMetadataReader part) =>
        part.FindAppliedDirective(CostDirective.DirectiveName)?.FindArgument(CostDirective.Weight)?.Value is string weight
            ? double.Parse(weight, CultureInfo.InvariantCulture)
            : null;

    /// <summary>How many items a field answers; null when the schema does not say.</summary>
    public static ListSize? ReadListSize(this FieldType field)
    {
        if (field.FindAppliedDirective(ListSizeDirective.DirectiveName) is not { } directive)
        {
            return null;
        }

        var assumed = (int)directive.FindArgument(ListSizeDirective.AssumedSize)!.Value!;
        return new ListSize(
            assumed,
            directive.FindArgument(ListSizeDirective.DefaultSize)?.Value as int? ?? assumed,
            (IReadOnlyList<string>)directive.FindArgument(ListSizeDirective.Slicing)!.Value!,
            (IReadOnlyList<string>)directive.FindArgument(ListSizeDirective.Sized)!.Value!);
    }
}
