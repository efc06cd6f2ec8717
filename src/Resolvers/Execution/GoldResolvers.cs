using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>Gives the gold root fields of a schema their resolvers.</summary>
internal sealed class GoldResolvers(GoldQueries queries) : IGoldSchemaExtension
{
    public void Extend(GoldSchema schema)
    {
        foreach (var field in schema.Query.Fields)
        {
            if (field.GetGoldField() is { } gold)
            {
                field.Resolver = new GoldFieldResolver(gold, queries);
            }
        }
    }
}
