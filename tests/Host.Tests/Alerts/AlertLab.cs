using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Alerts;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Tests.Alerts;

/// <summary>A lake whose run log a test writes, with stub receivers; processes come and go over it.</summary>
internal sealed class AlertLab : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-alerts-").FullName;
    private readonly List<ServiceProvider> _processes = [];
    private int _runs;

    public StubWebhook Webhook { get; private set; } = null!;

    public StubMailServer Mail { get; } = new();

    public Clock Time { get; } = new();

    public static async Task<AlertLab> StartAsync()
    {
        var lab = new AlertLab { Webhook = await StubWebhook.StartAsync() };
        await lab.Process().GetRequiredService<ILake>().PrepareAsync(default);
        return lab;
    }

    /// <summary>The services of a process as it has just started.</summary>
    public ServiceProvider Process(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Lake:Folder"] = Path.Combine(_folder, "lake"),
                ["Pipeline:WorkFolder"] = Path.Combine(_folder, "work"),
                ["Alerts:WebhookUrl"] = Webhook?.Url ?? "http://127.0.0.1:9/",
                ["Alerts:SmtpHost"] = "127.0.0.1",
                ["Alerts:SmtpPort"] = $"{Mail.Port}",
                ["Alerts:SmtpRequireTls"] = "false",
                ["Alerts:MailFrom"] = "nova@example.org",
                ["Alerts:MailTo"] = "ops@example.org, \"On call\" <oncall@example.org>",
            }.Concat(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).GroupBy(s => s.Key).ToDictionary(s => s.Key, s => s.Last().Value)).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddLake(configuration);
        services.AddPipeline(configuration);
        services.AddBackups(configuration);
        services.AddAlerts(configuration);
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    /// <summary>Looks at everything once.</summary>
    public static Task CheckAsync(ServiceProvider process) => process.GetRequiredService<AlertDispatcher>().CheckAsync(default);

    /// <summary>Puts a run that has ended into the log.</summary>
    public async Task<RunRecord> EndAsync(RunState state, string? reason = null, RunTrigger trigger = RunTrigger.Schedule, long quarantined = 0, int failedChecks = 0)
    {
        Time.Now = Time.Now.AddMinutes(1);
        var run = new RunRecord
        {
            Id = FormattableString.Invariant($"20260301T{++_runs:000000000}Z-00000000"),
            Trigger = trigger,
            State = state,
            StartedAt = Time.Now,
            FinishedAt = Time.Now,
            Reason = reason,
            Quarantine = quarantined == 0 ? [] : [new QuarantineCount("supplies", "MISSING_PART_CODE", quarantined)],
            Checks = [.. Enumerable.Repeat(new CheckResult("part", "range", NovaCorrente.Schema.Gold.Model.CheckSeverity.Warn, false, 1, null), failedChecks)],
        };
        await _processes[0].GetRequiredService<IRunLog>().SaveAsync(run, default);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Webhook.DisposeAsync();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A clock that stands where it is set.</summary>
    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
