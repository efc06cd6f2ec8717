using System.Collections;
using System.Globalization;
using GraphQL.Validation;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Reads argument values of the document, which the engine has validated, into <see cref="InputNode"/>s.</summary>
internal sealed class InputReader(Variables variables)
{
    /// <summary>The value of an argument, or null when it is absent (also: given by a variable that is absent).</summary>
    public InputNode? Argument(GraphQLField field, string name)
    {
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            if (argument.Name.Value == name)
            {
                return Read(argument.Value);
            }
        }

        return null;
    }

    /// <summary>The value of an argument, where an explicit null means the same as absence.</summary>
    public InputNode? ArgumentOrNull(GraphQLField field, string name) => Argument(field, name) is { } node and not NullInput ? node : null;

    /// <summary>Whether <c>@skip</c> and <c>@include</c> let a selection through.</summary>
    public bool Includes(IHasDirectivesNode node)
    {
        foreach (var directive in node.Directives?.Items ?? [])
        {
            var isSkip = directive.Name.Value == "skip";
            if (!isSkip && directive.Name.Value != "include")
            {
                continue;
            }

            var condition = directive.Arguments!.Items.Single(a => a.Name.Value == "if").Value;
            if (Read(condition) is LeafInput { Structural: bool value } && value == isSkip)
            {
                return false;
            }
        }

        return true;
    }

    private InputNode? Read(GraphQLValue value) => value switch
    {
        GraphQLVariable variable => variables.Find(variable.Name.Value) switch
        {
            // A default is part of the document, so it is read like any literal: as it was written.
            { IsDefault: true, Definition.DefaultValue: { } literal } => Read(literal),
            { ValueSpecified: true } given => FromVariable(variable, given.Value, given.Name, []),
            _ => null,
        },
        GraphQLNullValue => new NullInput(value),
        GraphQLObjectValue literal => new ObjectInput(value, [.. (literal.Fields ?? [])
            .Select(f => KeyValuePair.Create(f.Name.StringValue, Read(f.Value)!))
            .Where(f => f.Value is not null)]),
        GraphQLListValue list => new ListInput(value, [.. (list.Values ?? []).Select(v => Read(v) ?? new NullInput(v))]),
        GraphQLBooleanValue literal => new LeafInput(value, new ConstantSource(literal.BoolValue), literal.BoolValue),
        GraphQLEnumValue literal => new LeafInput(value, new ConstantSource(literal.Name.StringValue), literal.Name.StringValue),
        GraphQLStringValue literal => new LeafInput(value, new ConstantSource(literal.Value.ToString()), null),
        GraphQLIntValue literal => new LeafInput(value, new ConstantSource(Number(literal.Value)), null),
        GraphQLFloatValue literal => new LeafInput(value, new ConstantSource(Number(literal.Value)), null),
        _ => throw new InvalidOperationException($"Unexpected literal {value.Kind}."),
    };

    // Numbers stay decimal as long as a decimal can hold them, so that no digit of a DECIMAL filter is lost.
    private static object Number(GraphQLParser.ROM text) =>
        decimal.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : double.Parse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static InputNode FromVariable(ASTNode origin, object? value, string name, object[] path) => value switch
    {
        null => new NullInput(origin),
        IDictionary<string, object?> fields => new ObjectInput(origin, [.. fields
            .Select(f => KeyValuePair.Create(f.Key, FromVariable(origin, f.Value, name, [.. path, f.Key])))]),
        string => new LeafInput(origin, new VariableSource(name, path), null),
        IList items => new ListInput(origin, [.. items.Cast<object?>()
            .Select((item, i) => FromVariable(origin, item, name, [.. path, i]))]),
        bool or Enum or GroupKey or GoldTable => new LeafInput(origin, new VariableSource(name, path), value),
        _ => new LeafInput(origin, new VariableSource(name, path), null),
    };
}
