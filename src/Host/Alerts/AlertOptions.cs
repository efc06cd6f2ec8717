namespace NovaCorrente.Host.Alerts;

/// <summary>Who is told when something is wrong, and what counts as wrong; configuration section <c>Alerts</c>.</summary>
internal sealed class AlertOptions
{
    /// <summary>Address of an incoming webhook of Slack, or of anything that takes its messages; null for none. It is a secret.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Mail server; null for no mail.</summary>
    public string? SmtpHost { get; set; }

    /// <summary>Port of the mail server.</summary>
    public int SmtpPort { get; set; } = 587;

    /// <summary>Whether mail goes only over TLS. Off, TLS is used where the server offers it.</summary>
    public bool SmtpRequireTls { get; set; } = true;

    /// <summary>User of the mail server; null where it needs none.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>Password of that user.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>Sender of mail.</summary>
    public string? MailFrom { get; set; }

    /// <summary>Receivers of mail, separated by commas.</summary>
    public string? MailTo { get; set; }

    /// <summary>Time without a successful run from which gold counts as late.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(26);

    /// <summary>Rows set aside from which a run counts as degraded; null for no limit.</summary>
    public long? QuarantinedRows { get; set; }

    /// <summary>Checks with severity warning that do not hold from which a run counts as degraded; null for no limit.</summary>
    public int? FailedChecks { get; set; }

    /// <summary>How often time is looked at. What a run announces is looked at at once.</summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one delivery may take, its retries included.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether anybody is told.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(WebhookUrl) || !string.IsNullOrWhiteSpace(SmtpHost);
}
