using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Tests.Backup;

/// <summary>What can be wrong with keys, backups and the places they are kept in, each by its name.</summary>
public sealed class BackupFaultTests : IDisposable
{
    private const string OtherKey = "Zk3xw9cVb1QeR7tYu2IoP5aSd8FgH0jKlM4nB6vC1xE=";
    private readonly BackupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Another_key_is_named_and_changes_nothing()
    {
        await BackUpAsync();
        foreach (var work in (Func<Task>[])[
            () => _lab.Open(OtherKey).RestoreAsync(new RestoreRequest("latest", _lab.Folder.File("other")), progress: null, default),
            () => _lab.Open(OtherKey).VerifyAsync(at: null, progress: null, default),
            () => _lab.Open(OtherKey).BackUpAsync(progress: null, default)])
        {
            Assert.Equal(BackupFault.WrongKey, (await Assert.ThrowsAsync<BackupException>(work)).Fault);
        }

        Assert.False(Directory.Exists(_lab.Folder.File("other")));
        Assert.Single(await _lab.Open().ListAsync(default));
    }

    public static TheoryData<string> Damages => ["flip first", "flip middle", "flip last", "cut", "cut chunk", "append", "empty", "head"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_of_an_object_is_found_by_verifying_and_stops_a_restore_before_the_pointer(string damage)
    {
        var victim = await BackUpAsync(large: true);
        var bytes = await File.ReadAllBytesAsync(victim);
        await File.WriteAllBytesAsync(victim, Damage(bytes, damage));

        var found = await _lab.Open().VerifyAsync(at: null, progress: null, default);
        var restoring = await Assert.ThrowsAsync<BackupException>(
            () => _lab.Open().RestoreAsync(new RestoreRequest("latest", _lab.Folder.File("other")), progress: null, default));

        Assert.Equal(BackupFault.Tampered, Assert.Single(found.Problems).Fault);
        Assert.Contains("'objects/large' of the Bronze layer", found.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(BackupFault.Tampered, restoring.Fault);
        Assert.False(File.Exists(_lab.Folder.File("other", "gold", "current.json")));
    }

    [Fact]
    public async Task An_object_in_the_place_of_another_is_found()
    {
        var victim = await BackUpAsync(large: true);
        File.Copy(Objects().First(o => o != victim), victim, overwrite: true);

        Assert.Equal(BackupFault.Tampered, Assert.Single((await _lab.Open().VerifyAsync("latest", progress: null, default)).Problems).Fault);
        var restoring = await Assert.ThrowsAsync<BackupException>(
            () => _lab.Open().RestoreAsync(new RestoreRequest("latest", _lab.Folder.File("other")), progress: null, default));
        Assert.Equal(BackupFault.Tampered, restoring.Fault);
        Assert.False(File.Exists(_lab.Folder.File("other", "bronze", "objects", "large")));
    }

    [Fact]
    public async Task A_missing_object_is_found_before_a_lake_is_touched_and_the_next_backup_replaces_it()
    {
        File.Delete(await BackUpAsync(large: true));
        var before = await BackupLab.ContentOfAsync(_lab.OpenLake());

        Assert.Equal(BackupFault.Missing, Assert.Single((await _lab.Open().VerifyAsync("latest", progress: null, default)).Problems).Fault);
        var restoring = await Assert.ThrowsAsync<BackupException>(
            () => _lab.Open().RestoreAsync(new RestoreRequest("latest", Replace: true), progress: null, default));
        Assert.Equal(BackupFault.Missing, restoring.Fault);
        Assert.Equal(before, await BackupLab.ContentOfAsync(_lab.OpenLake()));

        Assert.Equal(1, (await _lab.Open().BackUpAsync(progress: null, default)).NewObjects);
        Assert.Empty((await _lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
    }

    [Fact]
    public async Task A_manifest_under_another_name_or_damaged_is_found_and_a_new_backup_does_without_it()
    {
        await BackUpAsync();
        var manifest = Assert.Single(Directory.GetFiles(_lab.Folder.File("backups", "backup", "manifests")));
        File.Move(manifest, Path.Combine(Path.GetDirectoryName(manifest)!, "20990101T000000000Z-00000000"));

        var fault = await Assert.ThrowsAsync<BackupException>(
            () => _lab.Open().RestoreAsync(new RestoreRequest("latest", _lab.Folder.File("other")), progress: null, default));
        Assert.Equal(BackupFault.Tampered, fault.Fault);
        Assert.Equal(BackupFault.Tampered, Assert.Single((await _lab.Open().VerifyAsync(at: null, progress: null, default)).Problems).Fault);
        Assert.Equal(0, (await _lab.Open().BackUpAsync(progress: null, default)).NewObjects);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("cGFzc3dvcmRwYXNzd29yZHBhc3N3b3JkcGFzc3dvcmQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("dGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIDE=")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task A_weak_key_is_refused(string key)
    {
        Assert.Equal(BackupFault.WeakKey, (await Assert.ThrowsAsync<BackupException>(() => _lab.Open(key).BackUpAsync(progress: null, default))).Fault);
    }

    [Fact]
    public async Task Keys_come_as_text_hexadecimal_or_file_and_their_absence_is_named()
    {
        await BackUpAsync();
        var hexadecimal = Convert.ToHexString(Convert.FromBase64String(BackupLab.Key));
        Assert.Single(await _lab.Open(hexadecimal).ListAsync(default));
        Assert.NotEqual(BackupKey.Generate(), BackupKey.Generate());
        Assert.Equal(BackupFault.NoKey, Assert.Throws<BackupException>(() => BackupKey.Load(new BackupOptions())).Fault);
        Assert.Equal(BackupFault.NoKey, Assert.Throws<BackupException>(() => BackupKey.Load(new BackupOptions { KeyFile = _lab.Folder.File("none") })).Fault);
        await File.WriteAllTextAsync(_lab.Folder.File("key"), BackupKey.Generate() + "\n");
        BackupKey.Load(new BackupOptions { KeyFile = _lab.Folder.File("key") });
    }

    [Fact]
    public async Task A_full_target_is_named_keeps_the_backups_it_has_and_a_larger_one_goes_on()
    {
        using var disk = SmallDisk.Mount(kilobytes: 1024);
        using var lab = new BackupLab(target: disk.Path);
        await lab.PublishAsync("a,big,1");
        await lab.Open().BackUpAsync(progress: null, default);
        await AddLargeAsync(lab, 2_000_000);

        var full = await Assert.ThrowsAsync<LakeException>(() => lab.Open().BackUpAsync(progress: null, default));

        Assert.Equal(LakeFault.Full, full.Fault);
        Assert.Empty((await lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
        Assert.Single(await lab.Open().ListAsync(default));
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_is_named()
    {
        using var disk = SmallDisk.Mount(kilobytes: 1024);
        using var lab = new BackupLab(target: disk.Path);
        await lab.PublishAsync("a,big,1");
        await lab.Open().BackUpAsync(progress: null, default);
        disk.MakeReadOnly();
        Assert.Equal(LakeFault.Denied, (await Assert.ThrowsAsync<LakeException>(() => lab.Open().BackUpAsync(progress: null, default))).Fault);
    }

    [Fact]
    public async Task One_writes_at_a_time_and_who_died_stands_in_nobodys_way_for_long()
    {
        var time = new SettableTime(DateTimeOffset.UtcNow);
        using var lab = new BackupLab(time);
        await lab.PublishAsync("a,big,1");
        await lab.Open().BackUpAsync(progress: null, default);
        var target = new DirectoryLake(lab.TargetFolder, time);
        await BackupLease.TakeAsync(target, time, default);

        var busy = await Assert.ThrowsAsync<BackupException>(() => lab.Open().BackUpAsync(progress: null, default));
        Assert.Equal(BackupFault.Busy, busy.Fault);
        Assert.Contains(Environment.MachineName, busy.Message, StringComparison.Ordinal);
        time.Now += TimeSpan.FromMinutes(11);
        await lab.Open().BackUpAsync(progress: null, default);
    }

    private static byte[] Damage(byte[] bytes, string damage)
    {
        switch (damage)
        {
            case "flip first": bytes[60] ^= 1; return bytes;
            case "flip middle": bytes[bytes.Length / 2] ^= 1; return bytes;
            case "flip last": bytes[^1] ^= 1; return bytes;
            case "cut": return bytes[..^1];
            case "cut chunk": return bytes[..(40 + (2 * (64 * 1024 + 17)))];
            case "append": return [.. bytes, 0];
            case "empty": return [];
            default: bytes[0] ^= 1; return bytes;
        }
    }

    private async Task<string> BackUpAsync(bool large = false)
    {
        await _lab.PublishAsync("a,big,1");
        await _lab.Open().BackUpAsync(progress: null, default);
        var before = Objects();
        if (!large)
        {
            return before[0];
        }

        await AddLargeAsync(_lab, 200_000);
        await _lab.Open().BackUpAsync(progress: null, default);
        foreach (var manifest in Directory.GetFiles(_lab.Folder.File("backups", "backup", "manifests")).Order().SkipLast(1))
        {
            File.Delete(manifest);
        }

        return Assert.Single(Objects().Except(before));
    }

    private string[] Objects() => Directory.GetFiles(_lab.Folder.File("backups", "backup", "objects"), "*", SearchOption.AllDirectories);

    private static async Task AddLargeAsync(BackupLab lab, int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        using var content = new MemoryStream(bytes);
        await lab.OpenLake().PutAsync(LakeLayer.Bronze, "objects/large", content, default);
    }
}
