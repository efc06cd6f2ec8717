using System.Reflection;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>All transforms in an order in which each comes after what it reads.</summary>
public sealed class TransformCatalog
{
    private const string ResourceFolder = "Transforms/";
    private const string MacroFile = "macros.sql";

    private TransformCatalog(string macros, IReadOnlyList<Transform> transforms)
    {
        Macros = macros;
        Transforms = transforms;
        Hash = Hashing.Sha256(
            string.Join('\0', transforms.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => new[] { t.Name, t.Sql }).Prepend(macros)));
    }

    /// <summary>Statements that create macros, run before the first transform.</summary>
    public string Macros { get; }

    /// <summary>The transforms, each after those that it reads.</summary>
    public IReadOnlyList<Transform> Transforms { get; }

    /// <summary>SHA-256 over all texts.</summary>
    public string Hash { get; }

    /// <summary>The SQL files that are embedded in this assembly.</summary>
    public static TransformCatalog Load() => Load(typeof(TransformCatalog).Assembly);

    /// <summary>Transforms given as text, keyed by full name such as <c>gold.part</c>; for others than the product's.</summary>
    /// <exception cref="TransformException">They do not hold together.</exception>
    public static TransformCatalog Of(IReadOnlyDictionary<string, string> statements, string macros = "")
    {
        var parsed = SqlMacros.Parse(macros.ReplaceLineEndings("\n"));
        var transforms = statements.Select(s => Read(s.Key, s.Value.ReplaceLineEndings("\n"), parsed)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        return new TransformCatalog(parsed.Text, Order(transforms));
    }

    private static TransformCatalog Load(Assembly assembly)
    {
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .ToDictionary(n => n[ResourceFolder.Length..].Replace('\\', '/'), n => ReadText(assembly, n), StringComparer.Ordinal);
        var macros = files.GetValueOrDefault(MacroFile, "");
        files.Remove(MacroFile);
        return Of(files.ToDictionary(f => f.Key[..^".sql".Length].Replace('/', '.'), f => f.Value, StringComparer.Ordinal), macros);
    }

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static Transform Read(string name, string sql, SqlMacros macros)
    {
        if (name.Split('.') is not [("silver" or "gold") and var schema, var table])
        {
            throw new TransformException($"{name} is neither in silver nor in gold.");
        }

        if (new SqlText(sql).Statements.ToList() is not [var statement])
        {
            throw new TransformException($"{name} must be one statement.");
        }

        var used = macros.UsedBy(statement);
        if (new SqlText($"{statement}\n{used}").Impurity is { } function)
        {
            throw new TransformException(
                $"{name} uses {function.TrimEnd('(')}, so equal inputs would not give equal rows; read a setting such as getvariable('today') instead.");
        }

        return new Transform(schema, table, statement, used, new SqlText(statement).Tables, new SqlText($"{statement}\n{used}").Variables);
    }

    private static List<Transform> Order(Dictionary<string, Transform> transforms)
    {
        var ordered = new List<Transform>();
        var done = new HashSet<string>(StringComparer.Ordinal);

        // Silver first, then by name, so that the order is the same on every machine.
        foreach (var transform in transforms.Values.OrderByDescending(t => t.Schema, StringComparer.Ordinal).ThenBy(t => t.Table, StringComparer.Ordinal))
        {
            Visit(transform, []);
        }

        return ordered;

        void Visit(Transform transform, List<string> path)
        {
            if (path.Contains(transform.Name))
            {
                throw new TransformException($"The tables depend on each other in a circle: {string.Join(" → ", path.Append(transform.Name))}.");
            }

            if (!done.Contains(transform.Name))
            {
                path.Add(transform.Name);
                foreach (var dependency in transform.DependsOn.Where(d => !IsBronze(d)))
                {
                    Visit(Find(transform, dependency), path);
                }

                path.RemoveAt(path.Count - 1);
                done.Add(transform.Name);
                ordered.Add(transform);
            }
        }

        Transform Find(Transform reader, string dependency) =>
            !transforms.TryGetValue(dependency, out var found) ? throw new TransformException($"{reader.Name} reads {dependency}, which no transform makes.")
            : reader.Schema == "silver" && found.Schema == "gold" ? throw new TransformException($"{reader.Name} reads {dependency}; silver is made before gold.")
            : found;
    }

    internal static bool IsBronze(string name) => name.StartsWith("bronze.", StringComparison.Ordinal);
}
