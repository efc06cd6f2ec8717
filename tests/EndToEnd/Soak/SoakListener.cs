using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Listens for new snapshots at one replica, and subscribes again when that has ended.</summary>
internal sealed class SoakListener(SoakReplica replica, SoakLedger ledger)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private HashSet<string>? _told;

    public string Name => replica.Name;

    /// <summary>What was told on the present connection, another set when that is another one; null while there is none.</summary>
    public HashSet<string>? Told
    {
        get
        {
            lock (_lock)
            {
                return _told;
            }
        }
    }

    /// <summary>Whether a snapshot was told to a connection.</summary>
    public bool Heard(HashSet<string> connection, string snapshot)
    {
        lock (_lock)
        {
            return connection.Contains(snapshot);
        }
    }

    public async Task RunAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                using var events = await EventSource.OpenAsync(replica.Process, "subscription { onGoldRefreshed { snapshot { id } tables { table rowsAdded } } }");
                lock (_lock)
                {
                    _told = [];
                }

                while (true)
                {
                    Note(await events.NextAsync(_ => true, ending));
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The replica is going, or this is over.
            }
            catch (InvalidOperationException e)
            {
                ledger.Fault($"A subscription at {Name} was ended with an error: {e.Message}");
            }

            lock (_lock)
            {
                _told = null;
            }

            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    private void Note(JsonNode data)
    {
        var snapshot = (string)data["onGoldRefreshed"]!["snapshot"]!["id"]!;
        ledger.Answered("event", TimeSpan.Zero);
        lock (_lock)
        {
            if (!_told!.Add(snapshot))
            {
                ledger.Fault($"Snapshot {snapshot} was told twice at {Name}.");
            }
        }
    }
}
