using System.Text;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Export;

/// <summary>One column of a file.</summary>
/// <param name="Name">Response names down to the value, joined by dots.</param>
/// <param name="Position">Position in the result of the statement.</param>
/// <param name="Type">The type of its values.</param>
internal sealed record ExportColumn(string Name, int Position, GoldType Type)
{
    /// <summary>The columns of a plan: the selection of a node, with the fields of single rows below it side by side.</summary>
    /// <exception cref="GoldError">There is no flat row in it.</exception>
    public static IReadOnlyList<ExportColumn> Of(GoldPlan plan)
    {
        var node = plan.Row ?? plan.Connection!.Entries.Select(e => e.Shape switch
        {
            NodesPart nodes => nodes.Node,
            EdgesPart edges => edges.Entries.Select(x => x.Shape).OfType<EdgeNode>().FirstOrDefault()?.Node,
            _ => null,
        }).FirstOrDefault(n => n is not null);
        var offset = LevelColumns.OfRoot(plan.Level).SlotOffset;
        var columns = node is null ? [] : Flatten(node, "", offset).ToList();
        return columns.Count > 0
            ? columns
            : throw new GoldError("GOLD_EXPORT_NOTHING", "An export needs a list with at least one value selected under `nodes`.");
    }

    private static IEnumerable<ExportColumn> Flatten(ObjectShape shape, string prefix, int offset) => shape.Entries.SelectMany(entry =>
    {
        var name = prefix + Encoding.UTF8.GetString(entry.Name.Span)[1..^2];
        return entry.Shape switch
        {
            SlotShape slot => [new ExportColumn(name, offset + slot.Slot, slot.Type)],
            ObjectShape nested => Flatten(nested, name + ".", offset),
            ChildShape => throw new GoldError(
                "GOLD_EXPORT_NESTED_LIST", $"`{name}` is a list; a file has one row per node and no place for lists of rows.", ("field", name)),
            _ => Enumerable.Empty<ExportColumn>(),
        };
    });
}
