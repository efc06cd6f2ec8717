using System.Text.RegularExpressions;
using GraphQL.Types;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>The variables of a document: some given, some left to their default, some given as null.</summary>
internal sealed class VariableList(Dice dice)
{
    private readonly List<(string Name, string Declaration, string? Value)> _all = [];
    private bool _isInside;

    /// <summary>The declarations of the variables that a text uses, and their values as JSON.</summary>
    public (IReadOnlyList<string> Declarations, string Json) UsedIn(string text)
    {
        var used = _all.Where(v => Regex.IsMatch(text, $@"\${v.Name}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).ToList();
        return ([.. used.Select(v => v.Declaration)], $"{{{string.Join(",", used.Select(v => v.Value).OfType<string>())}}}");
    }

    /// <summary>Whether a variable may stand here: not inside another one.</summary>
    public bool MayStand => !_isInside;

    /// <summary>Makes a value, and perhaps moves it into a variable of the type of its place.</summary>
    public Written Place(IGraphType type, Func<Written> make, int percent = 12)
    {
        if (_isInside || !dice.Chance(percent))
        {
            return make();
        }

        _isInside = true;
        var value = make();
        _isInside = false;
        return Add(TypeText(type), value, dice.Chance(15));
    }

    public Written Add(string type, Written value, bool asDefault = false)
    {
        var name = $"v{_all.Count}";
        _all.Add(asDefault ? (name, $"${name}: {type} = {value.Literal}", null) : (name, $"${name}: {type}", $"\"{name}\":{value.Json}"));
        return new WrittenVariable(name);
    }

    /// <summary>A variable that the request does not give.</summary>
    public Written AddAbsent(string type)
    {
        var name = $"v{_all.Count}";
        _all.Add((name, $"${name}: {type}", null));
        return new WrittenVariable(name);
    }

    public static string TypeText(IGraphType type) => type switch
    {
        NonNullGraphType { ResolvedType: var inner } => TypeText(inner!) + "!",
        ListGraphType { ResolvedType: var inner } => $"[{TypeText(inner!)}]",
        _ => type.Name,
    };
}
