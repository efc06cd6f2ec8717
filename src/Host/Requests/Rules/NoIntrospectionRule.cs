using GraphQL.Validation;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Refuses <c>__schema</c> and <c>__type</c>; <c>__typename</c> stays allowed.</summary>
internal sealed class NoIntrospectionRule : ValidationRuleBase
{
    public static readonly NoIntrospectionRule Instance = new();

    private static readonly MatchingNodeVisitor<GraphQLField> _visitor = new((field, context) =>
    {
        var name = field.Name.StringValue;
        if (name is "__schema" or "__type")
        {
            context.ReportError(new ValidationError(
                context.Document.Source, number: null, "Introspection is not allowed for the current request.", field)
            {
                Code = ErrorCodes.IntrospectionNotAllowed,
                Extensions = new() { ["field"] = name },
            });
        }
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(_visitor);
}
