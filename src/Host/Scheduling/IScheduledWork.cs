namespace NovaCorrente.Host.Scheduling;

/// <summary>Work that is done by the clock. Every registered one is scheduled, and shown among the schedules.</summary>
internal interface IScheduledWork
{
    /// <summary>Its name, for example <c>pipeline</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Description { get; }

    /// <summary>When it is done, as a cron expression.</summary>
    string Cron { get; }

    /// <summary>When it was last done, whoever asked for it; what has been due since then is made up for once. Null when nothing can have been missed.</summary>
    Task<DateTimeOffset?> LastDoneAsync(CancellationToken cancellationToken);

    /// <summary>Does it, or sets it going.</summary>
    Task<WorkResult> RunAsync(CancellationToken cancellationToken);
}
