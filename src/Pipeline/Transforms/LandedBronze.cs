using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>The tables of bronze as the landed sources fill them.</summary>
internal sealed class LandedBronze(IBronze bronze, IReadOnlyCollection<BronzeSource> sources) : IBronzeTables
{
    // Made of whatever all sources left unread, so any change of any source may change them.
    private static readonly string[] TablesOfAllSources = [BronzeContent.Rejection, BronzeContent.UnreadableLine];

    public IReadOnlyDictionary<string, BronzeTableState> States { get; } = sources
        .SelectMany(s => s.TableHashes.Select(t => KeyValuePair.Create(t.Key, new BronzeTableState(t.Value, NewestOf(s, t.Key)))))
        .Concat(TablesOfAllSources.Select(t => KeyValuePair.Create(t, new BronzeTableState(Hash(sources), FreshAsOf: null))))
        .ToDictionary(t => $"bronze.{t.Key}", t => t.Value, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, long>> LoadAsync(TransformDatabase database, CancellationToken cancellationToken)
    {
        var rows = await bronze.LoadAsync(database.Connection, sources, tables: null, cancellationToken);
        return rows.ToDictionary(r => $"bronze.{r.Key}", r => r.Value, StringComparer.Ordinal);
    }

    /// <summary>Hash over all that the sources contribute.</summary>
    public static string Hash(IEnumerable<BronzeSource> sources) => Hashing.Sha256(
        string.Join('\n', sources.OrderBy(s => s.Definition.Name, StringComparer.Ordinal).Select(s => $"{s.Definition.Name} {s.ContentHash}")));

    private static DateTimeOffset? NewestOf(BronzeSource source, string table) =>
        source.Inputs.Where(i => i.Table == table).Max(i => (DateTimeOffset?)i.ModifiedAt);
}
