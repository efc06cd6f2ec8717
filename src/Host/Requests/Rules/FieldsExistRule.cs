using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Every selected field is a field of its parent type.</summary>
internal sealed class FieldsExistRule : ValidationRuleBase
{
    public static readonly FieldsExistRule Instance = new();

    private static readonly MatchingNodeVisitor<GraphQLField> _visitor = new((field, context) =>
    {
        if (context.TypeInfo.GetParentType()?.GetNamedType() is { } type && context.TypeInfo.GetFieldDef() is null)
        {
            var name = field.Name.StringValue;
            context.ReportError(ContractError.At(
                context,
                field,
                $"The field `{name}` does not exist on the type `{type.Name}`.",
                "Field-Selections",
                ("type", type.Name),
                ("field", name),
                ("responseName", field.Alias?.Name.StringValue ?? name)));
        }
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(_visitor);
}
