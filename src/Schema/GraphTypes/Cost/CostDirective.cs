using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Cost;

/// <summary><c>@cost</c>: the weight of a part of the schema in the cost analysis of an operation.</summary>
internal sealed class CostDirective : Directive
{
    public const string DirectiveName = "cost";
    public const string Weight = "weight";

    public CostDirective()
        : base(
            DirectiveName,
            DirectiveLocation.Scalar,
            DirectiveLocation.Object,
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.Enum,
            DirectiveLocation.InputFieldDefinition)
    {
        Description = "The weight of a type, field, argument or input field in the cost analysis of an operation.";
        Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>>
        {
            Name = Weight,
            Description = "The weight, a number as text.",
        });
    }

    public override bool? Introspectable => true;
}
