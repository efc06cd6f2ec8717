using GraphQL.Types;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Computed;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Computed;

/// <summary>Builds the root field <c>goldDiff</c>.</summary>
public static class GoldDiffField
{
    /// <summary>Name of the argument with the table.</summary>
    public const string Table = "table";

    /// <summary>Name of the argument with the earlier snapshot.</summary>
    public const string From = "from";

    /// <summary>Name of the argument with the later snapshot.</summary>
    public const string To = "to";

    /// <summary>Name of the argument that narrows the kinds of rows.</summary>
    public const string Kinds = "kinds";

    internal static IEnumerable<FieldType> Of(GoldModel model, GoldTypes types)
    {
        if (model.Tables.FirstOrDefault(t => t.Record == typeof(GoldDiffRow)) is not { } rows)
        {
            yield break;
        }

        var id = types.Named("ID", _ => new IdGraphType());
        var field = new FieldType
        {
            Name = rows.Plural,
            Description = "Rows of a table that were added, removed or changed between two snapshots, in the order of their keys.",
            ResolvedType = types.Connection(ConnectionNames.OfList(rows), rows),
            Arguments = new QueryArguments(
            [
                new QueryArgument(TableNames(model, types).NonNull()) { Name = Table, Description = "The table." },
                new QueryArgument(id.NonNull()) { Name = From, Description = "The earlier snapshot: its id, or a date and time at which it was current." },
                new QueryArgument(id) { Name = To, Description = "The later snapshot; the current one when not given." },
                new QueryArgument(types.Enum(typeof(DiffKind)).NonNull().ListOf()) { Name = Kinds, Description = "Only rows to which this happened." },
                .. PagingArguments.Create(types).Where(a => a.Name is PagingArguments.First or PagingArguments.After),
            ]),
        };
        ListSizeDirective.ApplyTo(field, types.Paging);
        yield return field.RequiresRole(Role.Analyst).WithCost(CostWeight.Fetch).WithGoldField(new GoldField(GoldFieldKind.Diff, rows));
    }

    private static EnumerationGraphType TableNames(GoldModel model, GoldTypes types) => types.Named("GoldTableName", name =>
    {
        var type = new EnumerationGraphType { Name = name, Description = "A table of the gold layer." };
        foreach (var table in model.SnapshotTables)
        {
            type.Add(new EnumValueDefinition(Naming.Upper(table.Name), table) { Description = table.Description });
        }

        return type;
    });
}
