namespace NovaCorrente.Host.Telemetry;

/// <summary>
/// What the host itself logs while it starts. Why a start fails is said in a sentence by whoever wanted it; the host would put a stack trace beside it.
/// </summary>
internal sealed class StartLog
{
    /// <summary>The category of the host's log.</summary>
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool _hasEnded;

    /// <summary>The service has started.</summary>
    public void End() => _hasEnded = true;

    /// <summary>Whether an entry is to be seen. Critical is a background service that ends the host, which nobody else says.</summary>
    public bool Shows(LogLevel level) => level is LogLevel.Critical || (_hasEnded && level >= LogLevel.Warning);
}
