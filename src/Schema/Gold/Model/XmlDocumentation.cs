using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>The summaries that the compiler wrote beside an assembly; they are the descriptions of the API.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, string> _summaries;

    private XmlDocumentation(Dictionary<string, string> summaries) => _summaries = summaries;

    /// <exception cref="FileNotFoundException">The documentation file was not deployed with the assembly.</exception>
    public static XmlDocumentation Of(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The descriptions of the API are in '{path}', which is missing.", path);
        }

        var summaries = XDocument.Load(path).Descendants("member")
            .Where(m => m.Attribute("name") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")), StringComparer.Ordinal);
        return new XmlDocumentation(summaries);
    }

    public string Summary(Type type) => Find("T:" + NameOf(type));

    public string Summary(PropertyInfo property) => Find($"P:{NameOf(property.DeclaringType!)}.{property.Name}");

    public string Summary(FieldInfo field) => Find($"F:{NameOf(field.DeclaringType!)}.{field.Name}");

    // The documentation file writes a nested type with a point where reflection has a plus.
    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private string Find(string member) => _summaries.TryGetValue(member, out var text) && text.Length > 0
        ? text
        : throw new InvalidOperationException($"{member[2..]} has no <summary>; every part of the gold model is described.");

    private static string Text(XElement? summary)
    {
        if (summary is null)
        {
            return "";
        }

        foreach (var reference in summary.Descendants().Where(e => e.IsEmpty).ToList())
        {
            var name = (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? "";
            reference.ReplaceWith(name[(name.LastIndexOf('.') + 1)..]);
        }

        return Blanks().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
