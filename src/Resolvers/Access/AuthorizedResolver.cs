using GraphQL;
using GraphQL.Resolvers;

namespace NovaCorrente.Resolvers.Access;

/// <summary>Resolves a field for those who may ask for it.</summary>
internal sealed class AuthorizedResolver(IFieldResolver inner, AccessRule rule) : IFieldResolver
{
    /// <summary>What answers once the caller has been let through.</summary>
    public IFieldResolver Inner => inner;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        rule.Demand(context);
        return inner.ResolveAsync(context);
    }
}
