namespace NovaCorrente.Host.Alerts;

/// <summary>What somebody is told.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">In sentences for an operator.</param>
/// <param name="At">When it was noticed, UTC.</param>
internal sealed record AlertMessage(AlertKind Kind, string Title, string Text, DateTimeOffset At);

/// <summary>What alerts are about.</summary>
internal enum AlertKind
{
    /// <summary>A run failed or was cut off.</summary>
    RunFailed,

    /// <summary>A run went without a source, or set too much aside.</summary>
    RunDegraded,

    /// <summary>No run has succeeded for too long.</summary>
    RunLate,

    /// <summary>No backup has been made for too long.</summary>
    BackupLate,

    /// <summary>What was wrong is right again.</summary>
    Recovered,
}
