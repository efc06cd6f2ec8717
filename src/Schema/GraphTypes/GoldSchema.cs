using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Computed;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes;

/// <summary>
/// The GraphQL schema of a model: for each table a list field, a by-key field and all types they need. The fields carry what they
/// stand for (<see cref="GoldFieldExtensions.GetGoldField"/>) and no resolvers: whole root fields are answered at once by who executes them.
/// </summary>
public sealed class GoldSchema : GraphQL.Types.Schema
{
    /// <summary>Builds the schema.</summary>
    /// <param name="model">The tables to serve.</param>
    /// <param name="paging">Page sizes.</param>
    /// <param name="extensions">What adds fields that are not made from a table.</param>
    /// <param name="services">Passed on to the GraphQL engine; null when nothing there needs it.</param>
    public GoldSchema(
        GoldModel model, PagingOptions? paging = null, IEnumerable<IGoldSchemaExtension>? extensions = null, IServiceProvider? services = null)
        : base(services ?? new GraphQL.DefaultServiceProvider(), runConfigurations: services is not null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Description = "The gold layer: published tables of procurement, demand and supply, and the work of the pipeline that makes them.";
        Types = new GoldTypes(model, paging ?? new PagingOptions());
        Directives.Register(new CostDirective(), new ListSizeDirective());

        var query = new ObjectGraphType { Name = "Query", Description = "What can be asked." };
        query.AddFields(model.Tables.SelectMany(table => RootFields.Of(table, Types)));
        query.AddFields(SearchField.Of(model, Types));
        query.AddFields(GoldDiffField.Of(model, Types));
        PolicyScenarioField.ApplyTo(query, model, Types);
        Query = query;

        foreach (var extension in extensions ?? [])
        {
            extension.Extend(this);
        }
    }

    /// <summary>The types made from the model, for extensions that build on them.</summary>
    public GoldTypes Types { get; }
}
