namespace NovaCorrente.Resolvers.Operations;

/// <summary>How the record of the service's own work is kept up to date.</summary>
public sealed class OperationsOptions
{
    /// <summary>How often the run log and the snapshots are read, in case an announcement was missed.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait before announcements that ended are followed again.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
