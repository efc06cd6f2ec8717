using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Sdl;

/// <summary>
/// Prints a schema as SDL in the order and layout that users of the contract know: interfaces, objects, unions, inputs and enums by name,
/// then directives, then scalars; arguments on one line.
/// </summary>
public static class SchemaSdl
{
    private static readonly HashSet<string> BuiltInScalars = new(["String", "Int", "Float", "Boolean", "ID"], StringComparer.Ordinal);
    private static readonly HashSet<string> BuiltInDirectives = new(["include", "skip", "deprecated", "specifiedBy", "oneOf"], StringComparer.Ordinal);

    /// <summary>Prints the whole schema.</summary>
    public static string Print(ISchema schema) => Print(schema, descriptions: true);

    /// <summary>Prints the whole schema, with or without the descriptions.</summary>
    public static string Print(ISchema schema, bool descriptions)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.Initialize();
        var writer = new SdlWriter(descriptions);
        writer.Schema(schema);

        var types = schema.AllTypes
            .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !BuiltInScalars.Contains(t.Name))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToLookup(Rank);
        foreach (var type in types.Where(g => g.Key < ScalarRank).OrderBy(g => g.Key).SelectMany(g => g))
        {
            writer.Type(type);
        }

        foreach (var directive in schema.Directives.Where(d => !BuiltInDirectives.Contains(d.Name)).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            writer.Directive(directive);
        }

        foreach (var scalar in types[ScalarRank])
        {
            writer.Type(scalar);
        }

        return writer.ToString();
    }

    /// <summary>Prints only the named types, in the same order.</summary>
    /// <exception cref="KeyNotFoundException">The schema has no type of one of these names; the message is the name.</exception>
    public static string Print(ISchema schema, IReadOnlyCollection<string> typeNames)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(typeNames);
        schema.Initialize();
        var writer = new SdlWriter(descriptions: true);
        var types = typeNames.Distinct(StringComparer.Ordinal).Select(name => schema.AllTypes[name] ?? throw new KeyNotFoundException(name));
        foreach (var type in types.OrderBy(Rank).ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            writer.Type(type);
        }

        return writer.ToString();
    }

    private const int ScalarRank = 5;

    private static int Rank(IGraphType type) => type switch
    {
        IInterfaceGraphType => 0,
        IObjectGraphType => 1,
        UnionGraphType => 2,
        IInputObjectGraphType => 3,
        EnumerationGraphType => 4,
        _ => ScalarRank,
    };
}
