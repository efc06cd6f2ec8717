namespace NovaCorrente.Host.Requests;

/// <summary>Kinds of operations that a transport or method lets through.</summary>
[Flags]
internal enum AllowedOperations
{
    None = 0,
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    All = Query | Mutation | Subscription,
}
