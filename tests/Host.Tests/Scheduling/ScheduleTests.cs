using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Host.Tests.Scheduling;

public sealed class ScheduleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-schedule-");

    public void Dispose() => _folder.Remove();

    [Fact]
    public async Task The_pipeline_is_due_at_two_in_the_night_of_Bahia()
    {
        var before = DateTime.UtcNow;
        await using var app = Build();
        await app.StartAsync();

        var schedules = await app.Services.GetRequiredService<IScheduleSource>().ListAsync(CancellationToken.None);

        Assert.Equal(["pipeline", "retention"], schedules.Select(s => s.Name).Order());
        var next = schedules.Single(s => s.Name == "pipeline").NextFireAt!.Value;
        // Bahia is three hours behind UTC all year.
        Assert.Equal((5, 0), (next.Hour, next.Minute));
        Assert.InRange(next, before, DateTime.UtcNow.AddHours(24));
    }

    [Fact]
    public async Task What_is_due_runs_and_what_comes_of_it_is_told()
    {
        await using var app = Build("--Schedules:Pipeline=* * * * * ?");
        await app.StartAsync();
        var source = app.Services.GetRequiredService<IScheduleSource>();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Schedule schedule;
        do
        {
            await Task.Delay(100, patience.Token);
            schedule = (await source.ListAsync(patience.Token)).Single(s => s.Name == "pipeline");
        }
        while (schedule.PreviousOutcome is null);

        Assert.NotNull(schedule.PreviousDetail);
        var runs = await app.Services.GetRequiredService<IRunLog>().ListAsync(patience.Token);
        Assert.Contains(runs, run => run.Trigger is RunTrigger.Schedule);
    }

    [Fact]
    public async Task Backups_are_made_by_the_clock_where_there_is_a_key()
    {
        var key = BackupKey.Generate();
        await using var app = Build("--Schedules:Backup=* * * * * ?", $"--Backup:Key={key}", $"--Backup:Folder={Path.Combine(_folder.FullName, "backups")}");
        await app.StartAsync();
        var source = app.Services.GetRequiredService<IScheduleSource>();
        var outcomes = new List<ScheduleOutcome?>();
        await Eventually.TrueAsync(async () =>
        {
            outcomes.Add((await source.ListAsync(default)).Single(s => s.Name == "backup").PreviousOutcome);
            return outcomes[^1] is ScheduleOutcome.Skipped;
        });

        // The first is made, the next ones find it made already, as other replicas do.
        Assert.DoesNotContain(ScheduleOutcome.Failed, outcomes.OfType<ScheduleOutcome>());
        Assert.Single(await app.Services.GetRequiredService<IBackups>().ListAsync(default));
    }

    [Theory]
    [InlineData("--Backup:Key=password", "32 bytes")]
    [InlineData("--Backup:KeyFile=/nowhere/key", "/nowhere/key")]
    [InlineData("--Backup:KeepDays=-1", "KeepDays")]
    [InlineData("--Schedules:Pipeline=whenever", "Pipeline")]
    [InlineData("--Schedules:TimeZone=America/Atlantis", "TimeZone")]
    public async Task A_schedule_that_makes_no_sense_is_named_at_the_start(string setting, string name)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = Build(setting);
            await app.StartAsync();
        });

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private WebApplication Build(params string[] settings) => NovaHost.Build(
    [
        "--Server:Port=0",
        $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
        $"--Pipeline:LandingFolder={_folder.CreateSubdirectory("landing").FullName}",
        $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
        $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
        .. settings,
    ]);
}
