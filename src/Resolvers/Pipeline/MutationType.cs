using GraphQL.Types;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>The root type of mutations, made by whoever needs it first.</summary>
internal static class MutationType
{
    public static IObjectGraphType Of(GoldSchema schema) =>
        schema.Mutation ??= new ObjectGraphType { Name = "Mutation", Description = "What can be done." };
}
