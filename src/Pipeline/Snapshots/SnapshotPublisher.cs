using System.Globalization;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>
/// Publishes a snapshot in steps, of which only the last is visible to readers: write the files, verify them by reading back, write the manifest,
/// move the pointer. The pointer moves only if it is still where it was when the run began, so a run that was overtaken cannot publish.
/// </summary>
internal sealed class SnapshotPublisher(ILake lake, TimeProvider time, IRunProbe probe)
{
    private readonly PointerFile _pointer = new(lake);

    /// <summary>Writes the files of a draft and gives the manifest that is to describe them.</summary>
    public async Task<SnapshotManifest> WriteAsync(SnapshotDraft draft, SnapshotManifest? current, PointerVersion fence, CancellationToken cancellationToken)
    {
        var number = (fence.Pointer?.LastNumber ?? 0) + 1;
        var createdAt = time.GetUtcNow();
        var tables = draft.Tables.OrderBy(t => t.Table.SqlName, StringComparer.Ordinal).ToList();
        var checksum = Hash(tables.Select(t => $"{t.Table.SqlName} {t.Sha256}"));
        var suffix = Hash([checksum, draft.RunId, number.ToString(CultureInfo.InvariantCulture)])[..8];
        var id = string.Create(CultureInfo.InvariantCulture, $"{createdAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{suffix}");

        var written = new List<SnapshotTable>();
        foreach (var table in tables)
        {
            await probe.ReachedAsync($"write:{table.Table.SqlName}", cancellationToken);
            var stored = await WriteAsync(table, SnapshotKeys.Table(id, table.Table.SqlName), current, cancellationToken);
            written.Add(new SnapshotTable
            {
                Name = table.Table.SqlName,
                Key = stored.Key,
                Rows = table.Rows,
                Bytes = stored.Size,
                Sha256 = table.Sha256,
                SourceHash = table.SourceHash,
                DependsOn = table.DependsOn,
                FreshAsOf = table.FreshAsOf,
                Change = table.Change,
            });
        }

        return new SnapshotManifest
        {
            Id = id,
            Number = number,
            CreatedAt = createdAt,
            RunId = draft.RunId,
            PreviousId = fence.Pointer?.Id,
            InputsHash = draft.InputsHash,
            TransformsHash = draft.TransformsHash,
            Checksum = checksum,
            Tables = written,
        };
    }

    /// <summary>Reads every file back and compares bytes, rows and columns with what they should be.</summary>
    /// <exception cref="LakeException">A file is not what was written, or not what its table declares.</exception>
    public async Task VerifyAsync(SnapshotManifest manifest, GoldModel model, string workFolder, CancellationToken cancellationToken)
    {
        foreach (var table in manifest.Tables)
        {
            await probe.ReachedAsync($"verify:{table.Name}", cancellationToken);
            var path = Path.Combine(workFolder, $"verify-{table.Name}.parquet");
            await lake.DownloadAsync(LakeLayer.Gold, table.Key, table.Sha256, path, cancellationToken);
            var footer = await ParquetFooter.ReadAsync(path, cancellationToken);
            File.Delete(path);
            if (footer.Rows != table.Rows)
            {
                throw new LakeException(LakeFault.Corrupt, $"'{table.Key}' holds {footer.Rows} rows instead of {table.Rows}.");
            }

            if (footer.Mismatch(model.FindSql(table.Name)!) is { } mismatch)
            {
                throw new LakeException(LakeFault.Corrupt, mismatch);
            }
        }
    }

    /// <summary>Writes the manifest and makes the snapshot current.</summary>
    /// <returns>False when another run has published since <paramref name="fence"/> was read; nothing of this one is left then.</returns>
    public async Task<bool> TryPointAsync(SnapshotManifest manifest, PointerVersion fence, CancellationToken cancellationToken)
    {
        await probe.ReachedAsync("manifest", cancellationToken);
        if (await _pointer.TagAsync(cancellationToken) == fence.Tag)
        {
            await lake.WriteJsonAsync(LakeLayer.Gold, SnapshotKeys.Manifest(manifest.Id), manifest, cancellationToken);
            await probe.ReachedAsync("pointer", cancellationToken);

            // Not to be interrupted: nobody could say afterwards whether it has moved.
            if (await _pointer.TryMoveAsync(fence, new SnapshotPointer(manifest.Id, manifest.Number, time.GetUtcNow()), CancellationToken.None))
            {
                await probe.ReachedAsync("pointed", CancellationToken.None);
                return true;
            }
        }

        await lake.RemoveSnapshotAsync(manifest.Id, cancellationToken);
        return false;
    }

    private async Task<LakeObject> WriteAsync(DraftTable table, string key, SnapshotManifest? current, CancellationToken cancellationToken)
    {
        if (table.Path is not null)
        {
            return await lake.UploadAsync(LakeLayer.Gold, key, table.Path, cancellationToken);
        }

        var kept = current!.Tables.First(t => t.Name == table.Table.SqlName);
        await using var stream = await lake.OpenReadAsync(LakeLayer.Gold, kept.Key, cancellationToken)
            ?? throw new LakeException(LakeFault.Missing, $"'{kept.Key}' of the current snapshot is gone.");
        return await lake.PutAsync(LakeLayer.Gold, key, stream, cancellationToken);
    }

    private static string Hash(IEnumerable<string> lines) => Hashing.Sha256(string.Join('\n', lines));
}
