using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Reads and decrypts everything that backups consist of, and compares it with their lists.</summary>
internal sealed class BackupVerifier(BackupStore store)
{
    public async Task<BackupVerification> VerifyAsync(
        IReadOnlyList<string> ids, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var problems = new List<BackupException>();
        var entries = new Dictionary<string, BackupEntry>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            await CollectAsync(id, entries, problems, cancellationToken);
        }

        var (done, bytes) = (0, 0L);
        foreach (var entry in entries.Values)
        {
            if (await CheckAsync(entry, cancellationToken) is { } problem)
            {
                problems.Add(problem);
            }

            bytes += entry.Size;
            progress?.Report(new BackupProgress(++done, entries.Count, entry.Key));
        }

        return new BackupVerification(ids, entries.Count, bytes, problems);
    }

    private async Task CollectAsync(
        string id, Dictionary<string, BackupEntry> entries, List<BackupException> problems, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var entry in (await store.ReadAsync(id, cancellationToken)).Entries)
            {
                entries.TryAdd(entry.Sha256, entry);
            }
        }
        catch (BackupException e) when (e.Fault is not BackupFault.WrongKey)
        {
            problems.Add(e);
        }
    }

    private async Task<BackupException?> CheckAsync(BackupEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenAsync(entry, cancellationToken);
            var sha256 = await Hashing.Sha256Async(content, cancellationToken);
            return sha256 == entry.Sha256 ? null
                : new BackupException(BackupFault.Tampered, $"{store.DescribeOf(entry)} holds the content of something else.");
        }
        catch (BackupException e)
        {
            return e;
        }
    }
}
