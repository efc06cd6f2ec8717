namespace NovaCorrente.Pipeline.Transforms;

/// <summary>The tables of bronze as the transforms of one run see them; their rows are loaded when the first transform asks.</summary>
internal interface IBronzeTables
{
    /// <summary>What there is, by full name such as <c>bronze.purchase_sheet</c>.</summary>
    IReadOnlyDictionary<string, BronzeTableState> States { get; }

    /// <summary>Creates all tables in the database of the run and tells their rows, by full name.</summary>
    /// <param name="database">The database of the run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyDictionary<string, long>> LoadAsync(TransformDatabase database, CancellationToken cancellationToken);
}

/// <summary>A table of bronze, without its rows.</summary>
/// <param name="ContentHash">Equal hashes mean equal rows.</param>
/// <param name="FreshAsOf">Change time of its newest file; null without files.</param>
internal sealed record BronzeTableState(string ContentHash, DateTimeOffset? FreshAsOf);
