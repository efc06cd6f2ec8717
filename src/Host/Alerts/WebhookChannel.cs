using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Alerts;

/// <summary>Posts messages to an incoming webhook, as Slack takes them.</summary>
internal sealed class WebhookChannel(IHttpClientFactory clients, IOptions<AlertOptions> options) : IAlertChannel
{
    /// <summary>The HTTP client, whose handler tries again.</summary>
    public const string ClientName = "NovaCorrente.Alerts";

    public string Name => "webhook";

    public bool IsEnabled => !string.IsNullOrWhiteSpace(options.Value.WebhookUrl);

    public async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        var text = $"*{Escape(message.Title)}*\n{Escape(message.Text)}";
        using var response = await client.PostAsJsonAsync(options.Value.WebhookUrl, new { text }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    // The three characters that mean something in Slack's messages.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
