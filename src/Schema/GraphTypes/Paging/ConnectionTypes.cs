using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Schema.GraphTypes.Paging;

/// <summary>Builds connection, edge and page information types.</summary>
internal static class ConnectionTypes
{
    public static ObjectGraphType Of(string name, GoldTable table, GoldTypes types) => Of(name, types.Object(table), table, types);

    /// <summary>A connection over nodes of any type, made from rows of a table.</summary>
    public static ObjectGraphType Of(string name, ObjectGraphType node, GoldTable table, GoldTypes types) => types.Named(
        name + "Connection",
        typeName => new ObjectGraphType { Name = typeName, Description = "One page of a list, with cursors to its neighbours." },
        type => type.AddFields(
        [
            Field("pageInfo", "Where the page stands in the list.", PageInfo(types).NonNull(), GoldFieldKind.PageInfo, table),
            Field("edges", "The rows of the page, each with its cursor.", Edge(name, node, table, types).NonNull().ListOf(), GoldFieldKind.Edges, table),
            Field("nodes", "The rows of the page.", node.NonNull().ListOf(), GoldFieldKind.Nodes, table),
            Field("totalCount", "How many rows the whole list has; counted only when asked for.", types.Scalar(GoldScalar.Int).NonNull(), GoldFieldKind.TotalCount, table)
                .WithCost(CostWeight.Fetch),
        ]));

    private static ObjectGraphType Edge(string name, ObjectGraphType node, GoldTable table, GoldTypes types) => types.Named(
        name + "Edge",
        typeName => new ObjectGraphType { Name = typeName, Description = "One row of a page, with its cursor." },
        type => type.AddFields(
        [
            Field("cursor", "An opaque mark of this row's place in the order, for after and before.", types.Scalar(GoldScalar.Text).NonNull(), GoldFieldKind.Cursor, table),
            Field("node", "The row.", node.NonNull(), GoldFieldKind.Node, table),
        ]));

    private static ObjectGraphType PageInfo(GoldTypes types) => types.Named(
        "PageInfo",
        name => new ObjectGraphType { Name = name, Description = "Where a page stands in its list." },
        type => type.AddFields(
        [
            new FieldType { Name = "hasNextPage", Description = "Whether rows follow the page.", ResolvedType = types.Scalar(GoldScalar.Boolean).NonNull() },
            new FieldType { Name = "hasPreviousPage", Description = "Whether rows precede the page.", ResolvedType = types.Scalar(GoldScalar.Boolean).NonNull() },
            new FieldType { Name = "startCursor", Description = "Cursor of the first row; null on an empty page.", ResolvedType = types.Scalar(GoldScalar.Text) },
            new FieldType { Name = "endCursor", Description = "Cursor of the last row; null on an empty page.", ResolvedType = types.Scalar(GoldScalar.Text) },
        ]));

    private static FieldType Field(string name, string description, IGraphType type, GoldFieldKind kind, GoldTable table) =>
        new FieldType { Name = name, Description = description, ResolvedType = type }.WithGoldField(new GoldField(kind, table));
}
