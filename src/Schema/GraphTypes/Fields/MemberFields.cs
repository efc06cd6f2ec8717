using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Aggregates;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Fields;

/// <summary>Builds the fields of the object type of a table: one per column and relation, in declaration order, and beside each to-many relation its totals.</summary>
internal static class MemberFields
{
    public static IEnumerable<FieldType> Of(GoldTable table, GoldTypes types) => table.Members.SelectMany(member => member switch
    {
        GoldColumn column => [Column(table, column, types)],
        ToOneRelation relation => [ToOne(table, relation, types)],
        ToManyRelation { Target.Kind: TableKind.Operations } relation => [ToMany(table, relation, types)],
        ToManyRelation relation => new[] { ToMany(table, relation, types), AggregateFields.Related(table, relation, types) },
        _ => throw new InvalidOperationException($"{table.Name}.{member.PropertyName} is neither column nor relation."),
    });

    private static FieldType Column(GoldTable table, GoldColumn column, GoldTypes types) => new FieldType
    {
        Name = column.FieldName,
        Description = column.Description,
        ResolvedType = types.Output(column.Type),
    }.WithGoldField(new GoldField(GoldFieldKind.Column, table, column));

    private static FieldType ToOne(GoldTable table, ToOneRelation relation, GoldTypes types) => new FieldType
    {
        Name = relation.FieldName,
        Description = relation.Description,
        ResolvedType = relation.IsNullable ? types.Object(relation.Target) : types.Object(relation.Target).NonNull(),
    }.WithGoldField(new GoldField(GoldFieldKind.ToOne, table, relation));

    private static FieldType ToMany(GoldTable table, ToManyRelation relation, GoldTypes types) => ConnectionField.Create(
        relation.FieldName,
        relation.Description,
        types.Connection(types.ConnectionNames.OfRelation(table, relation), relation.Target),
        relation.Target,
        types).WithGoldField(new GoldField(GoldFieldKind.ToMany, table, relation));
}
