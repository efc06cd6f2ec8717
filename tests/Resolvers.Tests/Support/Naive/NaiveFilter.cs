using System.Globalization;
using System.Text;
using NovaCorrente.Schema.Gold.Model;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>Decides whether a row meets a filter, in logic of two values: a comparison with null is false, and a negation its exact opposite.</summary>
internal sealed class NaiveFilter(NaiveRows rows)
{
    /// <summary>A row that a relation did not find is given as null.</summary>
    public bool Matches(GoldTable table, Row? row, object? filter) => filter is not NaiveObject fields || fields.All(field => field.Key switch
    {
        "and" => Items(field.Value).All(item => Matches(table, row, item)),
        "or" => Items(field.Value) is var items && (items.Count == 0 || items.Any(item => Matches(table, row, item))),
        _ => Member(table, row, table.Find(field.Key)!, (NaiveObject)field.Value!),
    });

    private bool Member(GoldTable table, Row? row, GoldMember member, NaiveObject condition)
    {
        switch (member)
        {
            case GoldColumn { Type.IsList: true } column:
                var elements = row?[column.FieldName] as IEnumerable<string> ?? [];
                return Quantified(elements, condition, (element, inner) => Operations(column.Type, element, inner));
            case GoldColumn column:
                return Operations(column.Type, row?[column.FieldName], condition);
            case ToOneRelation relation:
                return Matches(relation.Target, rows.ToOne(row, relation), condition);
            default:
                var many = (ToManyRelation)member;
                return Quantified(rows.ToMany(row, table, many), condition, (related, inner) => Matches(many.Target, related, inner));
        }
    }

    private static bool Quantified<T>(IEnumerable<T> elements, NaiveObject quantifiers, Func<T, NaiveObject, bool> matches) => quantifiers.All(q => q.Key switch
    {
        "some" => elements.Any(e => matches(e, (NaiveObject)q.Value!)),
        "none" => !elements.Any(e => matches(e, (NaiveObject)q.Value!)),
        "all" => elements.All(e => matches(e, (NaiveObject)q.Value!)),
        "any" => elements.Any() == (bool)q.Value!,
        _ => throw new InvalidOperationException(),
    });

    private static bool Operations(GoldType type, object? value, NaiveObject operations) => operations.All(o => o.Key switch
    {
        "and" => Items(o.Value).All(item => Operations(type, value, (NaiveObject)item!)),
        "or" => Items(o.Value) is var items && (items.Count == 0 || items.Any(item => Operations(type, value, (NaiveObject)item!))),
        "in" => OneOf(type, value, o.Value),
        "nin" => !OneOf(type, value, o.Value),
        "neq" => !Compares("eq", type, value, o.Value),
        ['n', .. var positive] => !Compares(positive, type, value, o.Value),
        var positive => Compares(positive, type, value, o.Value),
    });

    private static bool OneOf(GoldType type, object? value, object? items) => Items(items).Any(item => Compares("eq", type, value, item));

    private static bool Compares(string operation, GoldType type, object? value, object? input)
    {
        if (value is null || input is null)
        {
            return operation == "eq" && value is null && input is null;
        }

        var operand = NaiveValues.Parse(input, type);
        return operation switch
        {
            "eq" => NaiveValues.Compare(value, operand) == 0,
            "gt" => NaiveValues.Compare(value, operand) > 0,
            "gte" => NaiveValues.Compare(value, operand) >= 0,
            "lt" => NaiveValues.Compare(value, operand) < 0,
            "lte" => NaiveValues.Compare(value, operand) <= 0,
            "contains" => ((string)value).Contains((string)operand, StringComparison.Ordinal),
            "startsWith" => ((string)value).StartsWith((string)operand, StringComparison.Ordinal),
            "like" => Fits([.. Folded((string)value).EnumerateRunes()], Pattern((string)operand)),
            "endsWith" => ((string)value).EndsWith((string)operand, StringComparison.Ordinal),
            _ => throw new InvalidOperationException(),
        };
    }

    private static bool Fits(ReadOnlySpan<Rune> text, ReadOnlySpan<(Rune Rune, bool IsPlaceholder)> pattern) => pattern switch
    {
        [] => text.IsEmpty,
        [({ Value: '%' }, true), ..] => Fits(text, pattern[1..]) || (!text.IsEmpty && Fits(text[1..], pattern)),
        [({ Value: '_' }, true), ..] => !text.IsEmpty && Fits(text[1..], pattern[1..]),
        [(var rune, _), ..] => !text.IsEmpty && text[0] == rune && Fits(text[1..], pattern[1..]),
    };

    private static (Rune Rune, bool IsPlaceholder)[] Pattern(string text)
    {
        var pattern = new List<(Rune, bool)>();
        for (var i = 0; i < text.Length; i++)
        {
            var isEscaped = text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '%' or '_' or '\\';
            i += isEscaped ? 1 : 0;
            var length = char.IsHighSurrogate(text[i]) ? 2 : 1;
            pattern.AddRange(Folded(text.Substring(i, length)).EnumerateRunes().Select(r => (r, !isEscaped && r.Value is '%' or '_')));
            i += length - 1;
        }

        return [.. pattern];
    }

    private static string Folded(string text) => string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD).EnumerateRunes()
        .Where(r => Rune.GetUnicodeCategory(r) is not UnicodeCategory.NonSpacingMark));

    private static List<object?> Items(object? value) => value switch
    {
        null => [],
        List<object?> list => list,
        _ => [value],
    };
}
