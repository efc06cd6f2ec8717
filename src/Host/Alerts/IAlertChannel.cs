namespace NovaCorrente.Host.Alerts;

/// <summary>A way to tell somebody.</summary>
internal interface IAlertChannel
{
    /// <summary>Its name, for example <c>webhook</c>.</summary>
    string Name { get; }

    /// <summary>Whether it is set up.</summary>
    bool IsEnabled { get; }

    /// <summary>Sends a message. Whatever goes wrong is an exception.</summary>
    Task SendAsync(AlertMessage message, CancellationToken cancellationToken);
}
