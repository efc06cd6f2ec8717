using System.Text;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Sdl;

/// <summary>Writes definitions of a schema, one after the other with a blank line between.</summary>
internal sealed class SdlWriter(bool descriptions)
{
    private readonly StringBuilder _text = new();

    public void Schema(ISchema schema)
    {
        Begin(schema.Description);
        _text.Append("schema {\n");
        Root("query", schema.Query);
        Root("mutation", schema.Mutation);
        Root("subscription", schema.Subscription);
        _text.Append("}\n");
    }

    public void Type(IGraphType type)
    {
        Begin(type.Description);
        switch (type)
        {
            case UnionGraphType union:
                _text.Append("union ").Append(union.Name).Append(" = ").AppendJoin(" | ", union.PossibleTypes.Select(t => t.Name)).Append('\n');
                break;
            case EnumerationGraphType values:
                Enum(values);
                break;
            case IComplexGraphType complex:
                Complex(complex);
                break;
            default:
                _text.Append("scalar ").Append(type.Name).Append(SdlDirectives.Of(type)).Append('\n');
                break;
        }
    }

    public void Directive(Directive directive)
    {
        Begin(directive.Description);
        _text.Append("directive @").Append(directive.Name);
        Arguments(directive.Arguments);
        _text.Append(directive.Repeatable ? " repeatable on " : " on ")
            .AppendJoin(" | ", directive.Locations.Select(LocationName))
            .Append('\n');
    }

    public override string ToString() => _text.ToString();

    private static string LocationName(DirectiveLocation location) => Gold.Model.Naming.Upper(location.ToString());

    private void Root(string operation, IObjectGraphType? type)
    {
        if (type is not null)
        {
            _text.Append("  ").Append(operation).Append(": ").Append(type.Name).Append('\n');
        }
    }

    private void Complex(IComplexGraphType type)
    {
        var keyword = type switch
        {
            IInputObjectGraphType => "input ",
            IInterfaceGraphType => "interface ",
            _ => "type ",
        };
        _text.Append(keyword).Append(type.Name);
        if (type is IImplementInterfaces { ResolvedInterfaces.Count: > 0 } implementation)
        {
            _text.Append(" implements ").AppendJoin(" & ", implementation.ResolvedInterfaces.Select(i => i.Name));
        }

        _text.Append(SdlDirectives.Of(type)).Append(" {\n");
        foreach (var field in type.Fields.Where(f => !f.IsPrivate))
        {
            Description(field.Description, "  ");
            _text.Append("  ").Append(field.Name);
            Arguments(field.Arguments);
            _text.Append(": ").Append(field.ResolvedType);
            Default(field.ResolvedType!, field.DefaultValue);
            _text.Append(SdlDirectives.Of(field)).Append('\n');
        }

        _text.Append("}\n");
    }

    private void Enum(EnumerationGraphType type)
    {
        _text.Append("enum ").Append(type.Name).Append(SdlDirectives.Of(type)).Append(" {\n");
        foreach (var value in type.Values)
        {
            Description(value.Description, "  ");
            _text.Append("  ").Append(value.Name).Append(SdlDirectives.Of(value)).Append('\n');
        }

        _text.Append("}\n");
    }

    private void Arguments(QueryArguments? arguments)
    {
        if (arguments is not { Count: > 0 })
        {
            return;
        }

        var separator = '(';
        foreach (var argument in arguments)
        {
            _text.Append(separator);
            separator = ' ';
            if (descriptions && argument.Description is { Length: > 0 } description)
            {
                _text.Append(SdlText.Quote(description)).Append(' ');
            }

            _text.Append(argument.Name).Append(": ").Append(argument.ResolvedType);
            Default(argument.ResolvedType!, argument.DefaultValue);
            _text.Append(SdlDirectives.Of(argument));
        }

        _text.Append(')');
    }

    private void Default(IGraphType type, object? value)
    {
        if (value is not null)
        {
            _text.Append(" = ").Append(SdlText.Value(type.ToAST(value)));
        }
    }

    private void Begin(string? description)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        Description(description, "");
    }

    private void Description(string? description, string indent)
    {
        if (descriptions && !string.IsNullOrEmpty(description))
        {
            _text.Append(indent).Append(SdlText.Quote(description)).Append('\n');
        }
    }
}
