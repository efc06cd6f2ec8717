namespace NovaCorrente.Resolvers.Serving;

/// <summary>The snapshot that queries are answered from.</summary>
internal interface IServedSnapshots
{
    /// <summary>Takes up the current snapshot of the lake if it is not the one that is served.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}
