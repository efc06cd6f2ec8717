using GraphQL.Types;
using NovaCorrente.Schema.Gold.Computed;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Computed;

/// <summary>Builds the root field <c>search</c>.</summary>
public static class SearchField
{
    /// <summary>Name of the argument with what is searched for.</summary>
    public const string Text = "text";

    /// <summary>Name of the argument that narrows what is searched.</summary>
    public const string Kinds = "types";

    internal static IEnumerable<FieldType> Of(GoldModel model, GoldTypes types)
    {
        if (model.Tables.FirstOrDefault(t => t.Record == typeof(SearchHit)) is not { } table)
        {
            yield break;
        }

        var field = new FieldType
        {
            Name = table.Plural,
            Description = "Parts, suppliers and sites whose code or name fits a text, the best first. Neither case nor accents count; "
                + "beginnings of words fit, and so do words that are only alike.",
            ResolvedType = types.Connection(ConnectionNames.OfList(table), table),
            Arguments = new QueryArguments(
            [
                new QueryArgument(types.Scalar(GoldScalar.Text).NonNull()) { Name = Text, Description = "What to look for: a code, a name, or the beginning or a part of one." },
                new QueryArgument(types.Enum(typeof(SearchKind)).NonNull().ListOf()) { Name = Kinds, Description = "What to look through; everything when not given." },
                .. PagingArguments.Create(types).Where(a => a.Name is PagingArguments.First or PagingArguments.After),
            ]),
        };
        ListSizeDirective.ApplyTo(field, types.Paging);
        yield return RootFields.LookingBack(field, types).WithCost(CostWeight.Fetch).WithGoldField(new GoldField(GoldFieldKind.Search, table));
    }
}
