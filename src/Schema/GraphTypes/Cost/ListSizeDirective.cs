using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Cost;

/// <summary><c>@listSize</c>: how many items a paged field answers, in the cost analysis of an operation.</summary>
internal sealed class ListSizeDirective : Directive
{
    public const string DirectiveName = "listSize";
    public const string AssumedSize = "assumedSize";
    public const string DefaultSize = "slicingArgumentDefaultValue";
    public const string Slicing = "slicingArguments";
    public const string Sized = "sizedFields";

    private static readonly string[] SlicingArguments = [PagingArguments.First, PagingArguments.Last];
    private static readonly string[] SizedFields = ["edges", "nodes"];

    public ListSizeDirective()
        : base(DirectiveName, DirectiveLocation.FieldDefinition)
    {
        Description = "How many items a field answers at most, in the cost analysis of an operation.";
        Arguments = new QueryArguments(
            new QueryArgument<IntGraphType>
            {
                Name = AssumedSize,
                Description = "The largest number of items when no argument tells.",
            },
            new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>>
            {
                Name = Slicing,
                Description = "The arguments that tell the number of items.",
            },
            new QueryArgument<IntGraphType>
            {
                Name = DefaultSize,
                Description = "The number of items when no slicing argument is given.",
            },
            new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>>
            {
                Name = Sized,
                Description = "The subfields to which the number applies.",
            },
            new QueryArgument<NonNullGraphType<BooleanGraphType>>
            {
                Name = "requireOneSlicingArgument",
                Description = "Whether exactly one slicing argument must be given.",
                DefaultValue = true,
            });
    }

    public override bool? Introspectable => true;

    public static void ApplyTo(FieldType field, PagingOptions paging) => field.ApplyDirective(DirectiveName, directive => directive
        .AddArgument(new DirectiveArgument(AssumedSize) { Value = paging.MaxPageSize })
        .AddArgument(new DirectiveArgument(Slicing) { Value = SlicingArguments })
        .AddArgument(new DirectiveArgument(DefaultSize) { Value = paging.DefaultPageSize })
        .AddArgument(new DirectiveArgument(Sized) { Value = SizedFields })
        .AddArgument(new DirectiveArgument("requireOneSlicingArgument") { Value = false }));
}
