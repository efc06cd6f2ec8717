using GraphQL;
using GraphQL.Resolvers;

namespace NovaCorrente.Resolvers.Access;

/// <summary>Opens the stream of a subscription for those who may ask for it.</summary>
internal sealed class AuthorizedStream(ISourceStreamResolver inner, AccessRule rule) : ISourceStreamResolver
{
    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context)
    {
        rule.Demand(context);
        return inner.ResolveAsync(context);
    }
}
