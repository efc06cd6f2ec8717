using System.Text.RegularExpressions;
using NovaCorrente.Host.Cli;

namespace NovaCorrente.Host.Tests.Cli;

/// <summary>Backups from the command line, as far as the loss of everything but the backups.</summary>
public sealed partial class BackupCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-backup-").FullName;

    private string Host => Path.Combine(_folder, "host");

    private string KeyFile => Path.Combine(_folder, "backup.key");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Host);
        Assert.Equal(ExitCode.Success, (await CommandLineRun.RunAsync("sample", "--out", Path.Combine(Host, "landing"), "--lines", "600", "--until", "2026-03-31")).ExitCode);
        await File.WriteAllTextAsync(KeyFile, (await CommandLineRun.RunAsync("backup-key")).Output);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_drill()
    {
        var landing = Path.Combine(Host, "landing");
        Assert.Equal(ExitCode.Success, (await RunAsync("run-pipeline", "--landing", landing)).ExitCode);
        var backup = await RunAsync("backup");
        Assert.Equal((ExitCode.Success, true), (backup.ExitCode, backup.Output.StartsWith("Backup 2", StringComparison.Ordinal)));
        var checksum = ChecksumOf(Path.Combine(Host, "lake"));

        // Everything that the host had is gone: lake, work, local databases, sources.
        Directory.Delete(Host, recursive: true);
        var restored = await RunAsync("restore", "--at", "latest");

        Assert.Equal((ExitCode.Success, ""), (restored.ExitCode, Errors(restored)));
        Assert.Contains($"checksum {checksum}", restored.Output, StringComparison.Ordinal);
        Assert.Equal(checksum, ChecksumOf(Path.Combine(Host, "lake")));
        var answer = await RunAsync("explain", "{ purchaseLines { totalCount } }");
        Assert.Equal(ExitCode.Success, answer.ExitCode);
        Console.WriteLine("Recovery time: " + restored.Output.Split('\n')[0]);
    }

    [Fact]
    public async Task Backups_are_listed_verified_and_found_wanting()
    {
        Assert.Equal(ExitCode.Success, (await RunAsync("run-pipeline", "--landing", Path.Combine(Host, "landing"))).ExitCode);
        var none = await RunAsync("verify-backup");
        await RunAsync("backup");
        var again = await RunAsync("backup");
        var list = await RunAsync("backups");
        var whole = await RunAsync("verify-backup");
        var victim = Directory.GetFiles(Path.Combine(_folder, "backups", "backup", "objects"), "*", SearchOption.AllDirectories)[0];
        File.Delete(victim);
        var broken = await RunAsync("verify-backup", "--at", "latest");

        Assert.Equal((ExitCode.Failure, ExitCode.Success, ExitCode.Success, ExitCode.Success, ExitCode.Failure),
            (none.ExitCode, again.ExitCode, list.ExitCode, whole.ExitCode, broken.ExitCode));
        Assert.Contains("  0 objects, 0.0 kB, were new", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("0 problems", whole.Output, StringComparison.Ordinal);
        Assert.Contains(" is gone.", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gold_is_rolled_back_without_a_service()
    {
        var landing = Path.Combine(Host, "landing");
        await RunAsync("run-pipeline", "--landing", landing);
        await RunAsync("run-pipeline", "--landing", landing, "--force");
        var snapshots = Directory.GetDirectories(Path.Combine(Host, "lake", "gold", "snapshots")).Select(Path.GetFileName).Order().ToList();
        var back = await RunAsync("rollback", "--to", snapshots[0]!);
        var again = await RunAsync("rollback", "--to", snapshots[0]!);
        var unknown = await RunAsync("rollback", "--to", "nonsense");
        var run = await RunAsync("run-pipeline", "--landing", landing);

        Assert.Equal((ExitCode.Success, $"Rolled back from snapshot {snapshots[1]} to {snapshots[0]}.\n"), (back.ExitCode, back.Output));
        Assert.Equal((ExitCode.Failure, true), (again.ExitCode, again.Error.Contains("current one already", StringComparison.Ordinal)));
        Assert.Equal((ExitCode.Failure, true), (unknown.ExitCode, unknown.Error.Contains("no snapshot nonsense", StringComparison.Ordinal)));
        Assert.Contains($"{Environment.UserName} rolled gold back", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence()
    {
        await RunAsync("run-pipeline", "--landing", Path.Combine(Host, "landing"));
        await RunAsync("backup");
        var full = await RunAsync("restore", "--at", "latest");
        var early = await RunAsync("restore", "--at", "2001-01-01T00:00:00Z");
        await File.WriteAllTextAsync(KeyFile, (await CommandLineRun.RunAsync("backup-key")).Output);
        var other = await RunAsync("backups");
        await File.WriteAllTextAsync(KeyFile, "password");
        var weak = await RunAsync("backup");

        Assert.All([full, early, other, weak], run => Assert.Equal(ExitCode.Failure, run.ExitCode));
        Assert.Contains("--replace", full.Error, StringComparison.Ordinal);
        Assert.Contains("no backup from before 2001-01-01", early.Error, StringComparison.Ordinal);
        Assert.Contains("another key", other.Error, StringComparison.Ordinal);
        Assert.Contains("nova backup-key", weak.Error, StringComparison.Ordinal);
    }

    private static string Errors(CommandLineRun run) =>
        string.Join('\n', run.Error.Split('\n').Where(line => line.StartsWith("nova:", StringComparison.Ordinal)));

    private static string ChecksumOf(string lake)
    {
        var id = Id().Match(File.ReadAllText(Path.Combine(lake, "gold", "current.json"))).Groups[1].Value;
        return Checksum().Match(File.ReadAllText(Path.Combine(lake, "gold", "snapshots", id, "manifest.json"))).Groups[1].Value;
    }

    private Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.RunAsync(
    [
        .. args,
        "--set", $"Lake:Folder={Path.Combine(Host, "lake")}",
        "--set", $"Pipeline:WorkFolder={Path.Combine(Host, "work")}",
        "--set", $"Serving:Folder={Path.Combine(Host, "serving")}",
        "--set", $"Backup:Folder={Path.Combine(_folder, "backups")}",
        "--set", $"Backup:KeyFile={KeyFile}",
    ]);

    [GeneratedRegex("\"id\": \"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("\"checksum\": \"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Checksum();
}
