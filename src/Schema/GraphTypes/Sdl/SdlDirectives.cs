using System.Collections;
using System.Globalization;
using GraphQL;
using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Sdl;

/// <summary>Spells the directives applied to a part of the schema.</summary>
internal static class SdlDirectives
{
    public static string Of(IMetadataReader provider) =>
        string.Concat((provider.GetAppliedDirectives() ?? Enumerable.Empty<AppliedDirective>()).Select(d => $" @{d.Name}{Arguments(d)}"));

    private static string Arguments(AppliedDirective directive) =>
        directive.ArgumentsCount == 0 ? "" : $"({string.Join(", ", directive.Select(a => $"{a.Name}: {Value(a.Value)}"))})";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => SdlText.Quote(text),
        bool flag => flag ? "true" : "false",
        IEnumerable list => $"[ {string.Join(", ", list.Cast<object?>().Select(Value))} ]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
