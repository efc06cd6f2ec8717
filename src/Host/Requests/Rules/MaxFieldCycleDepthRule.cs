using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>
/// Refuses documents that go round in circles: from a part to its lines to their part. Introspection has circles of its own, whose
/// answers grow with the size of the schema to the power of their depth.
/// </summary>
internal sealed class MaxFieldCycleDepthRule(int maxCycles) : ValidationRuleBase
{
    // The depth to which tools unwrap lists and non-nulls.
    private const int MaxOfType = 16;
    private const int MaxIntrospectionLists = 1;

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var nesting = new FieldNesting(context.Schema, context.Document, (field, type, definition, count) =>
        {
            var isIntrospection = type.Name.StartsWith("__", StringComparison.Ordinal) || definition.Name.StartsWith("__", StringComparison.Ordinal);

            // Once is enough: everything above it exceeds the limit, too.
            if (count == 1 + (isIntrospection ? IntrospectionLimit(definition) : maxCycles))
            {
                context.ReportError(Exceeded(context, field, $"{type.Name}.{definition.Name}", isIntrospection));
            }
        });
        foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            nesting.Count(Root(context.Schema, operation), operation.SelectionSet);
        }

        return default;
    }

    private static IGraphType? Root(ISchema schema, GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    };

    private static int IntrospectionLimit(FieldType field) => field.Name switch
    {
        "ofType" => MaxOfType,
        "fields" or "inputFields" or "interfaces" or "possibleTypes" or "args" => MaxIntrospectionLists,
        _ => int.MaxValue - 1,
    };

    private static ValidationError Exceeded(ValidationContext context, GraphQLField field, string coordinate, bool isIntrospection)
    {
        var (code, message) = isIntrospection
            ? (ErrorCodes.IntrospectionTooDeep, "Maximum allowed introspection depth exceeded.")
            : (ErrorCodes.FieldCycleTooDeep, "Maximum allowed coordinate cycle depth was exceeded.");
        return new ValidationError(context.Document.Source, number: null, message, field)
        {
            Code = code,
            Extensions = new() { ["coordinate"] = coordinate },
        };
    }
}
