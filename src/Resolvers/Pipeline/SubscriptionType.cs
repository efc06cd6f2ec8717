using GraphQL.Types;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>The root type of subscriptions, made by whoever needs it first.</summary>
internal static class SubscriptionType
{
    public static IObjectGraphType Of(GoldSchema schema) =>
        schema.Subscription ??= new ObjectGraphType { Name = "Subscription", Description = "What can be listened to." };
}
