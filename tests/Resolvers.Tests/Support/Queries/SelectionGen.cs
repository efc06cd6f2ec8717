using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>Makes selections: columns, relations of both kinds with arguments of their own, aliases, fragments and directives.</summary>
internal sealed class SelectionGen(Dice dice, ArgumentGen arguments, VariableList variables)
{
    private readonly List<(string Name, string Text)> _fragments = [];
    private int _aliases;

    /// <summary>A text with the fragments that it spreads.</summary>
    public string WithFragments(string text)
    {
        // A fragment is made after those that it spreads itself.
        foreach (var (name, fragment) in _fragments.AsEnumerable().Reverse())
        {
            text += text.Contains(name, StringComparison.Ordinal) ? fragment : "";
        }

        return text;
    }

    public string Connection(FieldType field, GoldTable table, int depth)
    {
        var type = Target(field);
        var parts = new List<string>();
        Maybe(40, "totalCount");
        Maybe(15, "__typename");
        Maybe(70, Composite(type.Fields.Find("nodes")!, table, depth));
        Maybe(30, $"edges {{ {Set(Target(type.Fields.Find("edges")!), ["cursor", "cursor", Composite(Target(type.Fields.Find("edges")!).Fields.Find("node")!, table, depth)])} }}");
        Maybe(50, $"pageInfo {{ {Set(Target(type.Fields.Find("pageInfo")!), ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"])} }}");
        return parts.Count == 0 ? "totalCount" : Set(type, parts);

        void Maybe(int percent, string part)
        {
            if (dice.Chance(percent))
            {
                parts.Add(part);
            }
        }
    }

    public string Row(IObjectGraphType type, GoldTable table, int depth)
    {
        var fields = new List<string>();
        for (var count = 1 + dice.Below(4); count > 0; count--)
        {
            fields.Add(dice.Chance(8) ? "__typename" : Member(type, dice.Of(table.Members), table, depth));
        }

        return Set(type, fields);
    }

    /// <summary>The arguments of a list field, in parentheses, or nothing.</summary>
    public string Arguments(FieldType field, GoldTable table, int depth, IEnumerable<string> paging)
    {
        var all = paging.ToList();
        if (dice.Chance(55))
        {
            all.Add($"where: {arguments.Filter(table, ArgumentType(field, "where"), depth).Literal}");
        }

        if (dice.Chance(50))
        {
            all.Add($"order: {arguments.Order(table, ArgumentType(field, "order")).Literal}");
        }

        return all.Count == 0 ? "" : $"({string.Join(", ", all)})";
    }

    public IEnumerable<string> Sizes(FieldType field)
    {
        var choice = dice.Below(6);
        if (choice is 0 or 1 or 2)
        {
            yield return $"first: {Size(field, "first")}";
        }

        if (choice is 2 or 3)
        {
            yield return $"last: {Size(field, "last")}";
        }
    }

    private string Size(FieldType field, string argument) => variables.Place(
        ArgumentType(field, argument), () => dice.Of([0, 1, 2, 3, 5, 12, 59, 60, 1000]).ToString(System.Globalization.CultureInfo.InvariantCulture) is var text
            ? new WrittenScalar(text, text)
            : throw new InvalidOperationException(), percent: 30).Literal;

    private string Member(IObjectGraphType type, GoldMember member, GoldTable table, int depth)
    {
        switch (member)
        {
            case ToOneRelation relation when depth > 0:
                return Composite(type.Fields.Find(relation.FieldName)!, relation.Target, depth - 1);
            case ToManyRelation relation when depth > 0:
                var field = type.Fields.Find(relation.FieldName)!;
                var written = Arguments(field, relation.Target, depth: 1, Sizes(field));
                return $"{Alias(written.Length > 0 ? 100 : 30)}{relation.FieldName}{written} {{ {Connection(field, relation.Target, depth - 1)} }}";
            default:
                return $"{Alias(20)}{dice.Of(table.Columns).FieldName}";
        }
    }

    private string Composite(FieldType field, GoldTable table, int depth) => $"{Alias(20)}{field.Name} {{ {Row(Target(field), table, depth)} }}";

    /// <summary>Some of the fields in any order, each perhaps in a fragment or under a condition.</summary>
    private string Set(IObjectGraphType type, List<string> fields)
    {
        var written = Enumerable.Range(0, fields.Count).Select(_ => dice.Of(fields)).ToList();
        return string.Join(' ', written.Select(field => dice.Below(20) switch
        {
            0 => $"... on {type.Name} {{ {field} }}",
            1 => $"... {Directive()} {{ {field} }}",
            2 => Fragment(type, field),
            3 when !field.Contains('{', StringComparison.Ordinal) => $"{field} {Directive()}",
            _ => field,
        }));
    }

    private string Fragment(IObjectGraphType type, string field)
    {
        var name = $"F{_fragments.Count}F";
        _fragments.Add((name, $"\nfragment {name} on {type.Name} {{ {field} }}"));
        return "..." + name;
    }

    private string Directive()
    {
        var flag = dice.Of([new WrittenScalar("true", "true"), new WrittenScalar("false", "false")]);
        var condition = dice.Chance(50) ? flag : variables.Add("Boolean!", flag, asDefault: dice.Chance(20));
        return $"@{dice.Of(["skip", "include"])}(if: {condition.Literal})";
    }

    private string Alias(int percent) => dice.Chance(percent) ? $"a{_aliases++}: " : "";

    private static IGraphType ArgumentType(FieldType field, string name) => field.Arguments!.Find(name)!.ResolvedType!;

    private static IObjectGraphType Target(FieldType field)
    {
        var type = field.ResolvedType!;
        while (type is IProvideResolvedType { ResolvedType: { } inner })
        {
            type = inner;
        }

        return (IObjectGraphType)type;
    }
}
