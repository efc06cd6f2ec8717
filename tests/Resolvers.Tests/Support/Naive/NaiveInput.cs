using System.Text.Json;
using GraphQLParser.AST;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>Reads arguments into plain values, with variables filled in; what is absent is left out.</summary>
internal sealed class NaiveInput(GraphQLOperationDefinition operation, JsonElement variables)
{
    public NaiveObject Arguments(GraphQLField field)
    {
        var arguments = new NaiveObject();
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            if (TryRead(argument.Value, out var value))
            {
                arguments.Add(argument.Name.StringValue, value);
            }
        }

        return arguments;
    }

    public bool Includes(ASTNode selection)
    {
        foreach (var directive in ((IHasDirectivesNode)selection).Directives?.Items ?? [])
        {
            TryRead(directive.Arguments!.Items[0].Value, out var condition);
            if (true.Equals(condition) != (directive.Name.StringValue == "include"))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryRead(GraphQLValue value, out object? result)
    {
        switch (value)
        {
            case GraphQLVariable variable:
                return TryReadVariable(variable.Name.StringValue, out result);
            case GraphQLNullValue:
                result = null;
                return true;
            case GraphQLBooleanValue flag:
                result = flag.BoolValue;
                return true;
            case GraphQLIntValue number:
                result = new NaiveNumber(number.Value.ToString());
                return true;
            case GraphQLFloatValue number:
                result = new NaiveNumber(number.Value.ToString());
                return true;
            case GraphQLStringValue text:
                result = text.Value.ToString();
                return true;
            case GraphQLEnumValue member:
                result = member.Name.StringValue;
                return true;
            case GraphQLListValue list:
                result = (list.Values ?? []).Select(v => TryRead(v, out var item) ? item : null).ToList();
                return true;
            case GraphQLObjectValue literal:
                var fields = new NaiveObject();
                foreach (var field in literal.Fields ?? [])
                {
                    if (TryRead(field.Value, out var item))
                    {
                        fields.Add(field.Name.StringValue, item);
                    }
                }

                result = fields;
                return true;
            default:
                throw new InvalidOperationException();
        }
    }

    private bool TryReadVariable(string name, out object? result)
    {
        if (variables.ValueKind is JsonValueKind.Object && variables.TryGetProperty(name, out var given))
        {
            result = Read(given);
            return true;
        }

        result = null;
        return operation.Variables!.Items.First(v => v.Variable.Name.Value == name).DefaultValue is { } value && TryRead(value, out result);
    }

    private static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => new NaiveNumber(json.GetRawText()),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        _ => ReadObject(json),
    };

    private static NaiveObject ReadObject(JsonElement json)
    {
        var fields = new NaiveObject();
        foreach (var field in json.EnumerateObject())
        {
            fields.Add(field.Name, Read(field.Value));
        }

        return fields;
    }
}
