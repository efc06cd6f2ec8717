using System.Text;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>The three spellings of a name: C# <c>RequestedOn</c>, GraphQL <c>requestedOn</c> and SQL <c>requested_on</c>.</summary>
public static class Naming
{
    /// <summary><c>RequestedOn</c> → <c>requestedOn</c>.</summary>
    public static string Camel(string pascal) => char.ToLowerInvariant(pascal[0]) + pascal[1..];

    /// <summary><c>requestedOn</c> → <c>RequestedOn</c>.</summary>
    public static string Pascal(string camel) => char.ToUpperInvariant(camel[0]) + camel[1..];

    /// <summary><c>RequestedOn</c> → <c>requested_on</c>; a run of digits stays with the letters before it.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary><c>PersonOrContractor</c> → <c>PERSON_OR_CONTRACTOR</c>.</summary>
    public static string Upper(string name) => Snake(name).ToUpperInvariant();
}
