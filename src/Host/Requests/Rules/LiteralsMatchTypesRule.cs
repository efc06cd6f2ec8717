using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Every literal has the type of its place; the error names the innermost place that is wrong.</summary>
internal sealed class LiteralsMatchTypesRule : ValidationRuleBase
{
    public static readonly LiteralsMatchTypesRule Instance = new();

    private const string Section = "Values-of-Correct-Type";

    private static readonly MatchingNodeVisitor<GraphQLArgument> _visitor = new((argument, context) =>
    {
        if (context.TypeInfo.GetArgument() is { ResolvedType: { } type })
        {
            Check(context, new Place(argument.Name.StringValue, InputType: null, type), type, argument.Value);
        }
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(_visitor);

    private static void Check(ValidationContext context, Place place, IGraphType type, GraphQLValue value)
    {
        if (value is GraphQLVariable)
        {
            return;
        }

        if (type is NonNullGraphType nonNull)
        {
            if (value is GraphQLNullValue)
            {
                Report(context, place, value);
                return;
            }

            type = nonNull.ResolvedType!;
        }

        switch (type)
        {
            case ListGraphType list when value is GraphQLListValue items:
                foreach (var item in items.Values ?? [])
                {
                    Check(context, place, list.ResolvedType!, item);
                }

                break;
            case ListGraphType list when value is not GraphQLNullValue:
                Check(context, place, list.ResolvedType!, value);
                break;
            case IInputObjectGraphType input when value is GraphQLObjectValue fields:
                CheckFields(context, input, fields);
                break;
            default:
                if (context.IsValidLiteralValue(type, value) is not null)
                {
                    Report(context, place, value);
                }

                break;
        }
    }

    private static void CheckFields(ValidationContext context, IInputObjectGraphType type, GraphQLObjectValue value)
    {
        var given = value.Fields ?? [];
        foreach (var field in given)
        {
            if (type.GetField(field.Name.Value) is { } definition)
            {
                Check(context, new Place(field.Name.StringValue, type.Name, definition.ResolvedType!), definition.ResolvedType!, field.Value);
            }
            else
            {
                context.ReportError(ContractError.At(
                    context,
                    field,
                    $"The specified input object field `{field.Name.StringValue}` does not exist.",
                    "Input-Object-Field-Names",
                    ("field", field.Name.StringValue),
                    ("type", type.Name)));
            }
        }

        foreach (var definition in type.Fields)
        {
            if (definition is { ResolvedType: NonNullGraphType, DefaultValue: null } && !given.Exists(field => field.Name.Value == definition.Name))
            {
                context.ReportError(ContractError.At(
                    context,
                    value,
                    $"`{definition.Name}` is a required field and cannot be null.",
                    "Input-Object-Required-Fields",
                    ("field", definition.Name),
                    ("type", type.Name)));
            }
        }
    }

    private static void Report(ValidationContext context, Place place, GraphQLValue value) =>
        context.ReportError(place.InputType is { } parent
            ? ContractError.At(
                context,
                value,
                $"The specified value type of field `{place.Name}` does not match the field type.",
                Section,
                ("fieldName", place.Name),
                ("fieldType", place.Type.ToString()),
                ("locationType", parent))
            : ContractError.At(
                context,
                value,
                "The specified argument value does not match the argument type.",
                Section,
                ("argument", place.Name),
                ("requestedType", place.Type.ToString())));

    /// <summary>The argument, or the field of an input type, that a literal stands in.</summary>
    private readonly record struct Place(string Name, string? InputType, IGraphType Type);
}
