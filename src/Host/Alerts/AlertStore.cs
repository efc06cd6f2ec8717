using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Alerts;

/// <summary>Keeps the states in the gold layer as <c>alerts/name.json</c>; of several that change one at once, one succeeds.</summary>
internal sealed class AlertStore(ILake lake)
{
    /// <summary>The state with its version; nulls where there is none. One that cannot be read counts as none, and is replaced.</summary>
    public async Task<(AlertState? State, string? Tag)> ReadAsync(string name, CancellationToken cancellationToken)
    {
        // The version first: content that changes after it makes the write fail.
        var tag = (await lake.FindAsync(LakeLayer.Gold, KeyOf(name), cancellationToken))?.Tag;
        try
        {
            return (tag is null ? null : await lake.ReadJsonAsync<AlertState>(LakeLayer.Gold, KeyOf(name), cancellationToken), tag);
        }
        catch (LakeException e) when (e.Fault is LakeFault.Corrupt)
        {
            return (null, tag);
        }
    }

    /// <summary>Writes a state if nobody else has since it was read.</summary>
    /// <returns>Its new version, or null.</returns>
    public Task<string?> TryWriteAsync(string name, AlertState state, string? tag, CancellationToken cancellationToken) =>
        lake.TryWriteJsonAsync(LakeLayer.Gold, KeyOf(name), state, tag, cancellationToken);

    private static string KeyOf(string name) => $"alerts/{name}.json";
}
