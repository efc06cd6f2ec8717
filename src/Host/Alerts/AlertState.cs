namespace NovaCorrente.Host.Alerts;

/// <summary>What is known of one thing that is watched; kept in the lake, so that restarts and replicas know it too.</summary>
internal sealed record AlertState
{
    /// <summary>What was looked at last, for example a run.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether something is wrong with it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Since when it is, or is not.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>A message that has not reached everybody yet; null when there is none.</summary>
    public AlertMessage? Pending { get; init; }

    /// <summary>The channels that it has gone out on.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>Until when whoever has taken it on may send it; others keep off.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }
}
