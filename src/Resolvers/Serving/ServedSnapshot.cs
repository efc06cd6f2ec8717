using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>An open snapshot, counted by its users: it is closed, and its file removed, when it is retired and its last user has left.</summary>
internal sealed class ServedSnapshot(SnapshotManifest manifest, QueryDatabase database, string path)
{
    private readonly Lock _lock = new();
    private int _users;
    private bool _retired;

    public SnapshotManifest Manifest { get; } = manifest;

    /// <summary>Whether a query reads it at present.</summary>
    public bool IsInUse
    {
        get
        {
            lock (_lock)
            {
                return _users > 0;
            }
        }
    }

    /// <returns>A lease, or null when the snapshot was retired meanwhile and another one must be asked for.</returns>
    public IDatabaseLease? TryLease()
    {
        lock (_lock)
        {
            if (_retired)
            {
                return null;
            }

            _users++;
            return new Lease(this);
        }
    }

    public void Retire()
    {
        lock (_lock)
        {
            if (_retired)
            {
                return;
            }

            _retired = true;
            if (_users > 0)
            {
                return;
            }
        }

        Close();
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_users > 0 || !_retired)
            {
                return;
            }
        }

        Close();
    }

    private void Close()
    {
        database.Dispose();
        File.Delete(path);
    }

    private sealed class Lease(ServedSnapshot snapshot) : IDatabaseLease
    {
        private int _disposed;

        public QueryDatabase Database => snapshot.Database;

        public string? SnapshotId => snapshot.Manifest.Id;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                snapshot.Leave();
            }
        }
    }

    private QueryDatabase Database => database;
}
