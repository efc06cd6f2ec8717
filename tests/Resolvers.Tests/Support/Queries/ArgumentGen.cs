using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>Makes filters and orders of every form that the schema allows and the contract accepts.</summary>
internal sealed class ArgumentGen(Dice dice, ValueGen values, VariableList variables)
{
    public Written Filter(GoldTable table, IGraphType type, int depth) => variables.Place(type, () =>
    {
        var fields = new Dictionary<string, Written>(StringComparer.Ordinal);
        for (var count = dice.Below(depth > 0 ? 4 : 3); count > 0; count--)
        {
            var name = depth > 0 && dice.Chance(25) ? dice.Of(["and", "or"]) : dice.Of(table.Members).FieldName;
            if (depth == 0 && table.Find(name) is not GoldColumn)
            {
                continue;
            }

            var field = Field(type, name);
            fields.TryAdd(name, name is "and" or "or"
                ? List(field, item => Filter(table, item, depth - 1))
                : Condition(table, table.Find(name)!, field, depth - 1));
        }

        return Object(fields);
    });

    public Written Order(GoldTable table, IGraphType type) => List(type, item => OrderItem(table, item, depth: 2));

    private Written OrderItem(GoldTable table, IGraphType type, int depth) => variables.Place(type, () =>
    {
        var fields = new Dictionary<string, Written>(StringComparer.Ordinal);
        var candidates = table.Members.Where(m => m is GoldColumn { Type.IsList: false } || (depth > 0 && m is ToOneRelation)).ToList();
        for (var count = dice.Chance(75) ? 1 : dice.Below(3); count > 0; count--)
        {
            var member = dice.Of(candidates);
            var field = Field(type, member.FieldName);
            fields.TryAdd(member.FieldName, member is ToOneRelation relation
                ? OrderItem(relation.Target, field, depth - 1)
                : variables.Place(field, () => dice.Of([new WrittenScalar("ASC", "\"ASC\""), new WrittenScalar("DESC", "\"DESC\"")])));
        }

        return Object(fields);
    });

    private Written Condition(GoldTable table, GoldMember member, IGraphType type, int depth) => member switch
    {
        GoldColumn { Type.IsList: true } column => Quantifiers(type, condition => Operations(table, column, isElement: true, condition, depth)),
        GoldColumn column => Operations(table, column, isElement: false, type, depth),
        ToOneRelation relation => Filter(relation.Target, type, depth),
        _ => Quantifiers(type, condition => Filter(((ToManyRelation)member).Target, condition, depth)),
    };

    private Written Quantifiers(IGraphType type, Func<IGraphType, Written> condition) => variables.Place(type, () =>
    {
        var fields = new Dictionary<string, Written>(StringComparer.Ordinal);
        for (var count = dice.Chance(80) ? 1 : dice.Below(3); count > 0; count--)
        {
            var name = dice.Of(["some", "none", "all", "any"]);
            var field = Field(type, name);
            fields.TryAdd(name, name == "any" ? variables.Place(field, () => dice.Of([new WrittenScalar("true", "true"), new WrittenScalar("false", "false")])) : condition(field));
        }

        return Object(fields);
    });

    private Written Operations(GoldTable table, GoldColumn column, bool isElement, IGraphType type, int depth) => variables.Place(type, () =>
    {
        var fields = new Dictionary<string, Written>(StringComparer.Ordinal);
        for (var count = dice.Chance(70) ? 1 : dice.Below(4); count > 0; count--)
        {
            var definition = dice.Of([.. ((IInputObjectGraphType)Bare(type)).Fields]);
            var operand = definition.ResolvedType!;
            Written? value = definition.Name switch
            {
                _ when variables.MayStand && dice.Chance(2) => variables.AddAbsent(VariableList.TypeText(operand)),
                "and" or "or" when depth < 0 => null,
                "and" or "or" => List(operand, item => Operations(table, column, isElement, item, depth - 1)),
                "in" or "nin" => List(operand, item => Operand(table, column, item, isElement, allowNull: !isElement && (column.Type.IsNullable || column.Type.Scalar is GoldScalar.Text)), allowNull: false),
                "eq" or "neq" => Operand(table, column, operand, isElement, allowNull: !isElement && column.Type.IsNullable),
                "like" or "nlike" => variables.Place(operand, () => values.Pattern(table, column)),
                _ when column.Type.Scalar is GoldScalar.Text => variables.Place(operand, () => values.PartOf(table, column)),
                _ => Operand(table, column, operand, isElement, allowNull: false),
            };
            if (value is not null)
            {
                fields.TryAdd(definition.Name, value);
            }
        }

        return Object(fields);
    });

    private Written Operand(GoldTable table, GoldColumn column, IGraphType type, bool isElement, bool allowNull) => variables.Place(
        type, () => allowNull && dice.Chance(15) ? Written.Null : values.Of(table, column));

    /// <summary>A list, or one item alone, which means the same; where it means an empty list, also null.</summary>
    private Written List(IGraphType type, Func<IGraphType, Written> item, bool allowNull = true)
    {
        if (allowNull && dice.Chance(6))
        {
            return variables.MayStand && dice.Chance(50) ? variables.Add(VariableList.TypeText(type), Written.Null) : Written.Null;
        }

        var inner = Item(type);
        return variables.Place(type, () =>
        {
            List<Written> items = [.. Enumerable.Range(0, dice.Below(4)).Select(_ => item(inner))];
            return items is [not WrittenVariable and var only] && only != Written.Null && dice.Chance(40) ? only : new WrittenList(items);
        });
    }

    private static WrittenObject Object(Dictionary<string, Written> fields) => new([.. fields.Select(f => (f.Key, f.Value))]);

    private static IGraphType Field(IGraphType type, string name) => ((IInputObjectGraphType)Bare(type)).Fields.Find(name)!.ResolvedType!;

    private static IGraphType Item(IGraphType type) => ((ListGraphType)Bare(type)).ResolvedType!;

    private static IGraphType Bare(IGraphType type) => type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;
}
