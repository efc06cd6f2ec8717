using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GraphQL.Types;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Schema.GraphTypes.Sdl;

namespace NovaCorrente.Host.Transports.Sdl;

/// <summary>The schema as downloadable text, printed once.</summary>
internal sealed partial class SchemaDocument(ISchema schema, TimeProvider time)
{
    private readonly Lazy<string> _text = new(() => SchemaSdl.Print(schema));

    public string Text => _text.Value;

    /// <summary>Start of this process, to the second: the schema is part of the program.</summary>
    public DateTimeOffset LastModified { get; } = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Quoted: version of the product, then SHA-256 of the text.</summary>
    public static string TagOf(string text) =>
        $"\"{Version}-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"";

    /// <summary>Definitions of the named types only.</summary>
    /// <param name="list">Type names separated by commas.</param>
    /// <exception cref="RequestException">The list is empty, malformed, or names a type that does not exist.</exception>
    public string TextOf(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw RequestErrors.TypesArgumentEmpty();
        }

        if (!names.All(NamePattern().IsMatch))
        {
            throw RequestErrors.TypeNameInvalid();
        }

        try
        {
            return SchemaSdl.Print(schema, names);
        }
        catch (KeyNotFoundException unknown)
        {
            throw RequestErrors.TypeNotFound(unknown.Message);
        }
    }

    private static string Version { get; } = typeof(SchemaDocument).Assembly.GetName().Version?.ToString(3) ?? "0";

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
