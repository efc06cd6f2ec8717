namespace NovaCorrente.Resolvers.Serving;

/// <summary>Gives two snapshots side by side.</summary>
internal interface ISnapshotPairs
{
    /// <summary>Opens two snapshots for one comparison.</summary>
    /// <param name="from">The earlier: an id or a moment.</param>
    /// <param name="to">The later; null is the current one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Execution.GoldError">One of them does not exist, or not any more.</exception>
    Task<IDatabaseLease> LeasePairAsync(string from, string? to, CancellationToken cancellationToken);
}
