namespace NovaCorrente.Resolvers.Execution;

/// <summary>Which snapshots the gold fields of an operation were answered from; left in the user context when it has been executed.</summary>
public static class SnapshotsRead
{
    private const string ContextKey = "gold.snapshots";

    /// <summary>The ids, each once; null stands for what is of no snapshot. Empty before the execution, or when nothing was read.</summary>
    public static IReadOnlyList<string?> Of(IDictionary<string, object?> userContext)
    {
        ArgumentNullException.ThrowIfNull(userContext);
        return userContext.TryGetValue(ContextKey, out var read) && read is IReadOnlyList<string?> ids ? ids : [];
    }

    internal static void Leave(IDictionary<string, object?> userContext, IReadOnlyList<string?> ids) => userContext[ContextKey] = ids;
}
