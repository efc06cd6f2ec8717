using System.Collections;
using System.Text;
using GraphQL.Validation;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// Writes down the structure of the variables of a request: what a plan depends on, and nothing else. Two requests with one document
/// and equal shapes share a plan.
/// </summary>
internal static class VariableShape
{
    public static string Of(Variables variables)
    {
        StringBuilder? shape = null;
        foreach (var variable in variables)
        {
            // One that falls back to its default is as good as absent: the default belongs to the document.
            if (variable is { ValueSpecified: true, IsDefault: false })
            {
                shape ??= new StringBuilder();
                shape.Append(variable.Name).Append('=');
                Append(shape, variable.Value);
                shape.Append(';');
            }
        }

        return shape?.ToString() ?? "";
    }

    private static void Append(StringBuilder shape, object? value)
    {
        switch (value)
        {
            case null:
                shape.Append('0');
                break;
            case IDictionary<string, object?> fields:
                shape.Append('{');
                foreach (var (name, field) in fields)
                {
                    shape.Append(name).Append(':');
                    Append(shape, field);
                    shape.Append(',');
                }

                shape.Append('}');
                break;
            case string:
                shape.Append('s');
                break;
            case IList items:
                shape.Append('[');
                foreach (var item in items)
                {
                    Append(shape, item);
                }

                shape.Append(']');
                break;
            case bool flag:
                shape.Append(flag ? 't' : 'f');
                break;
            case Enum or GroupKey or GoldTable:
                shape.Append('e').Append(value);
                break;
            default:
                shape.Append('v');
                break;
        }
    }
}
