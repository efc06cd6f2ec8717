using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Tests.Cli;

namespace NovaCorrente.Host.Tests.Caching;

/// <summary>A lake with one published snapshot of sample data.</summary>
public sealed class GoldLake : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-gold-");

    internal string Folder => _folder.FullName;

    internal string[] Settings =>
    [
        $"--Lake:Folder={Path.Combine(Folder, "lake")}",
        $"--Pipeline:WorkFolder={Path.Combine(Folder, "work")}",
        $"--Pipeline:LandingFolder={Path.Combine(Folder, "landing")}",
    ];

    public async Task InitializeAsync()
    {
        Assert.Equal(
            ExitCode.Success,
            (await CommandLineRun.RunAsync("sample", "--until", "2026-10-31", "--lines", "300", "--months", "4", "--out", Path.Combine(Folder, "landing"))).ExitCode);
        await PublishAsync();
    }

    /// <summary>Publishes another snapshot, of the same rows.</summary>
    public async Task PublishAsync()
    {
        var run = await CommandLineRun.RunAsync(["run-pipeline", "--force", .. Settings.SelectMany(s => (string[])["--set", s[2..]])]);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error + run.Output);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
