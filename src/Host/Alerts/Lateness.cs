namespace NovaCorrente.Host.Alerts;

/// <summary>The states of something that must happen again and again.</summary>
internal static class Lateness
{
    /// <param name="state">The state so far.</param>
    /// <param name="subject">What happened last; null when it never did.</param>
    /// <param name="last">When.</param>
    /// <param name="limit">Time after which it is late.</param>
    /// <param name="now">The time.</param>
    /// <param name="late">The message that it is late since a time.</param>
    /// <param name="recovered">The message that it is no more.</param>
    /// <returns>The next state, or null where nothing is new.</returns>
    public static AlertState? Next(
        AlertState? state,
        string? subject,
        DateTimeOffset? last,
        TimeSpan limit,
        DateTimeOffset now,
        Func<DateTimeOffset, AlertMessage> late,
        Func<AlertMessage> recovered)
    {
        // What never happened is late from when it was first looked for.
        var since = last ?? (state is { Subject: null, IsOpen: false } ? state.Since : now);
        var isLate = now - since > limit;
        return (state?.IsOpen ?? false, isLate) switch
        {
            (false, true) => new AlertState { Subject = subject, IsOpen = true, Since = now, Pending = late(since) },
            (true, false) when last is not null => new AlertState { Subject = subject, IsOpen = false, Since = now, Pending = recovered() },
            (false, false) when state is null => new AlertState { Subject = subject, IsOpen = false, Since = now },
            _ => null,
        };
    }
}
