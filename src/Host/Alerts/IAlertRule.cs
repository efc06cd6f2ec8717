namespace NovaCorrente.Host.Alerts;

/// <summary>Watches one thing.</summary>
internal interface IAlertRule
{
    /// <summary>Its name, under which its state is kept.</summary>
    string Name { get; }

    /// <summary>The next state after one, with a message in it where somebody must be told; null where nothing is new.</summary>
    Task<AlertState?> NextAsync(AlertState? state, CancellationToken cancellationToken);
}
