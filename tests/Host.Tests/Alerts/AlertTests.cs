using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Alerts;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Tests.Alerts;

/// <summary>Alerts over a real lake, received by servers of the test.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task A_failed_run_is_told_once_on_every_channel_whoever_looks_and_however_often()
    {
        await using var lab = await AlertLab.StartAsync();
        var run = await lab.EndAsync(RunState.Failed, "Source <supplies> can't be used & kept.");
        var process = lab.Process();
        await AlertLab.CheckAsync(process);
        await AlertLab.CheckAsync(process);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AlertLab.CheckAsync(lab.Process()))));

        var text = Assert.Single(lab.Webhook.Texts);
        Assert.StartsWith("*Pipeline run failed*\nSource &lt;supplies&gt; can't be used &amp; kept. Run " + run.Id, text, StringComparison.Ordinal);
        var mail = Assert.Single(lab.Mail.Mails);
        Assert.Contains("Subject: [Nova Corrente] Pipeline run failed", mail, StringComparison.Ordinal);
        Assert.Contains("oncall@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("Source <supplies> can't be used & kept.", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_replicas_that_look_at_the_same_moment_one_tells()
    {
        await using var lab = await AlertLab.StartAsync();
        var processes = Enumerable.Range(0, 8).Select(_ => lab.Process()).ToList();
        await lab.EndAsync(RunState.Failed);
        await Task.WhenAll(processes.Select(process => Task.Run(() => AlertLab.CheckAsync(process))));

        Assert.Single(lab.Webhook.Texts);
        Assert.Single(lab.Mail.Mails);
    }

    [Fact]
    public async Task Every_failure_is_told_and_then_that_it_is_over()
    {
        await using var lab = await AlertLab.StartAsync();
        await lab.EndAsync(RunState.Succeeded);
        await AlertLab.CheckAsync(lab.Process());
        await lab.EndAsync(RunState.Failed, "First.");
        await lab.EndAsync(RunState.Aborted, "Second.");
        await AlertLab.CheckAsync(lab.Process());
        await lab.EndAsync(RunState.Degraded, "Third.");
        await lab.EndAsync(RunState.Unchanged);
        await lab.EndAsync(RunState.Succeeded);
        await AlertLab.CheckAsync(lab.Process());

        Assert.Equal(
            ["*Pipeline run failed*", "*Pipeline run was cut off*", "*Pipeline run is degraded*", "*Pipeline runs are well again*"],
            lab.Webhook.Texts.Select(text => text.Split('\n')[0]));
        Assert.Equal(4, lab.Mail.Mails.Count);
    }

    [Fact]
    public async Task A_first_start_does_not_tell_the_past_and_a_rollback_is_no_run()
    {
        await using var lab = await AlertLab.StartAsync();
        await lab.EndAsync(RunState.Failed);
        await lab.EndAsync(RunState.Succeeded);
        await lab.EndAsync(RunState.Failed, trigger: RunTrigger.Rollback);
        await AlertLab.CheckAsync(lab.Process());

        Assert.Empty(lab.Webhook.Texts);
    }

    [Theory]
    [InlineData(100, 0, 1)]
    [InlineData(0, 3, 1)]
    [InlineData(99, 2, 0)]
    public async Task A_run_that_sets_too_much_aside_or_breaks_too_many_checks_counts_as_degraded(long quarantined, int failedChecks, int alerts)
    {
        await using var lab = await AlertLab.StartAsync();
        await lab.EndAsync(RunState.Succeeded, quarantined: quarantined, failedChecks: failedChecks);
        await AlertLab.CheckAsync(lab.Process(("Alerts:QuarantinedRows", "99"), ("Alerts:FailedChecks", "2")));

        Assert.Equal(alerts, lab.Webhook.Texts.Count(text => text.StartsWith("*Pipeline run is degraded*", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lateness_is_told_once_until_a_run_succeeds()
    {
        await using var lab = await AlertLab.StartAsync();
        await lab.EndAsync(RunState.Succeeded);
        await AlertLab.CheckAsync(lab.Process());
        lab.Time.Now = lab.Time.Now.AddHours(27);
        await AlertLab.CheckAsync(lab.Process());
        lab.Time.Now = lab.Time.Now.AddHours(27);
        await AlertLab.CheckAsync(lab.Process());
        await lab.EndAsync(RunState.Unchanged);
        await AlertLab.CheckAsync(lab.Process());

        Assert.Equal(["*No pipeline run has succeeded*", "*Pipeline runs succeed again*"], lab.Webhook.Texts.Select(text => text.Split('\n')[0]));
    }

    [Fact]
    public async Task A_service_whose_pipeline_never_ran_is_late_from_when_it_was_first_looked_at()
    {
        await using var lab = await AlertLab.StartAsync();
        await AlertLab.CheckAsync(lab.Process());
        lab.Time.Now = lab.Time.Now.AddHours(25);
        await AlertLab.CheckAsync(lab.Process());
        Assert.Empty(lab.Webhook.Texts);
        lab.Time.Now = lab.Time.Now.AddHours(2);
        await AlertLab.CheckAsync(lab.Process());
        await AlertLab.CheckAsync(lab.Process());

        Assert.Contains("None has since 2026-03-01 05:00:00Z", Assert.Single(lab.Webhook.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_that_are_not_made_are_told()
    {
        await using var lab = await AlertLab.StartAsync();
        var key = ("Backup:Key", Pipeline.Backup.BackupKey.Generate());
        await AlertLab.CheckAsync(lab.Process(key));
        lab.Time.Now = lab.Time.Now.AddHours(3);
        await AlertLab.CheckAsync(lab.Process(key));
        await lab.Process(key).GetRequiredService<Pipeline.Backup.IBackups>().BackUpAsync(progress: null, default);
        await AlertLab.CheckAsync(lab.Process(key));

        Assert.Equal(["*No backup has been made*", "*Backups are made again*"], lab.Webhook.Texts.Select(text => text.Split('\n')[0]));
    }

    [Fact]
    public async Task A_receiver_that_stumbles_is_tried_again_and_one_that_is_down_gets_it_later_without_the_others_getting_it_twice()
    {
        await using var lab = await AlertLab.StartAsync();
        lab.Mail.Refuses = true;
        lab.Webhook.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        await lab.EndAsync(RunState.Failed);
        await AlertLab.CheckAsync(lab.Process());
        Assert.Equal((2, 1, 0), (lab.Webhook.Requests, lab.Webhook.Texts.Count, lab.Mail.Mails.Count));

        // Claimed for a while: nobody hurries after a server that is down.
        lab.Mail.Refuses = false;
        await AlertLab.CheckAsync(lab.Process());
        Assert.Empty(lab.Mail.Mails);
        lab.Time.Now += AlertDispatcher.Pause + TimeSpan.FromMinutes(2);
        await AlertLab.CheckAsync(lab.Process());

        Assert.Single(lab.Mail.Mails);
        Assert.Single(lab.Webhook.Texts);
    }

    [Fact]
    public async Task A_lake_that_is_away_does_no_harm()
    {
        await using var lab = await AlertLab.StartAsync();
        await AlertLab.CheckAsync(lab.Process(("Lake:Folder", "/proc/none")));
        Assert.Empty(lab.Webhook.Texts);
    }

    [Fact]
    public async Task The_end_of_a_run_is_noticed_when_it_is_announced()
    {
        await using var lab = await AlertLab.StartAsync();
        var process = lab.Process(("Alerts:CheckInterval", "01:00:00"));
        var service = process.GetServices<IHostedService>().OfType<AlertService>().Single();
        await service.StartAsync(default);
        var run = await lab.EndAsync(RunState.Failed);
        await Eventually.TrueAsync(async () =>
        {
            await process.GetRequiredService<IPipelineEvents>().RunChangedAsync(run, default);
            return !lab.Mail.Mails.IsEmpty;
        });
        await service.StopAsync(default);

        Assert.Single(lab.Webhook.Texts);
        Assert.Single(lab.Mail.Mails);
    }

    [Theory]
    [InlineData("Alerts:WebhookUrl", "hooks.slack.com", "WebhookUrl")]
    [InlineData("Alerts:WebhookUrl", "ftp://example.org/", "WebhookUrl")]
    [InlineData("Alerts:MailFrom", "nobody at all", "MailFrom")]
    [InlineData("Alerts:MailTo", "", "MailTo")]
    [InlineData("Alerts:SmtpPort", "0", "SmtpPort")]
    [InlineData("Alerts:SmtpUser", "nova", "SmtpPassword")]
    [InlineData("Alerts:LateAfter", "00:00:00", "LateAfter")]
    [InlineData("Alerts:QuarantinedRows", "-1", "QuarantinedRows")]
    public async Task Settings_that_make_no_sense_are_named(string key, string value, string name)
    {
        await using var lab = await AlertLab.StartAsync();
        var error = Assert.Throws<OptionsValidationException>(() => lab.Process((key, value)).GetRequiredService<IOptions<AlertOptions>>().Value);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }
}
