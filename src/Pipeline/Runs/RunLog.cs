using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Runs as <c>runs/&lt;id&gt;.json</c> in the gold layer. Only records that were written since the last look are read again.</summary>
internal sealed partial class RunLog(ILake lake) : IRunLog
{
    private const string Folder = "runs/";
    private readonly ConcurrentDictionary<string, (string Tag, RunRecord Run)> _known = new(StringComparer.Ordinal);

    public Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        Id().IsMatch(id) ? lake.ReadJsonAsync<RunRecord>(LakeLayer.Gold, KeyOf(id), cancellationToken) : Task.FromResult<RunRecord?>(null);

    public async Task<IReadOnlyList<RunRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var runs = new List<RunRecord>();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, Folder, cancellationToken))
        {
            if (await ReadAsync(found, cancellationToken) is { } run)
            {
                runs.Add(run);
                listed.Add(found.Key);
            }
        }

        foreach (var gone in _known.Keys.Where(k => !listed.Contains(k)))
        {
            _known.TryRemove(gone, out _);
        }

        runs.Reverse();
        return runs;
    }

    public Task SaveAsync(RunRecord run, CancellationToken cancellationToken) =>
        lake.WriteJsonAsync(LakeLayer.Gold, KeyOf(run.Id), run, cancellationToken);

    private async Task<RunRecord?> ReadAsync(LakeObject found, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(found.Key, out var known) && known.Tag == found.Tag)
        {
            return known.Run;
        }

        var run = await lake.ReadJsonAsync<RunRecord>(LakeLayer.Gold, found.Key, cancellationToken);
        if (run is not null)
        {
            _known[found.Key] = (found.Tag, run);
        }

        return run;
    }

    private static string KeyOf(string id) => $"{Folder}{id}.json";

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
