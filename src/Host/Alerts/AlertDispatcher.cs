using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Alerts;

/// <summary>
/// Follows the rules and sends what they say. A message is written down before it is sent, and claimed by who sends it: it goes out once on each
/// channel, whatever restarts and however many replicas there are, unless a process dies between sending it and writing that down.
/// </summary>
internal sealed class AlertDispatcher(
    IEnumerable<IAlertRule> rules,
    IEnumerable<IAlertChannel> channels,
    AlertStore store,
    IOptions<AlertOptions> options,
    TimeProvider time,
    ILogger<AlertDispatcher> logger)
{
    /// <summary>How long a channel that failed is left alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Looks at everything once. Whatever goes wrong is logged: alerts are in nobody's way.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            try
            {
                await FollowAsync(rule, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Alert rule {Rule} could not be followed; it is tried again", rule.Name);
            }
        }
    }

    private async Task FollowAsync(IAlertRule rule, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (state, tag) = await store.ReadAsync(rule.Name, cancellationToken);
            if (state?.Pending is not null)
            {
                if (!await DeliverAsync(rule, state, tag, cancellationToken))
                {
                    return;
                }
            }
            else if (await rule.NextAsync(state, cancellationToken) is not { } next
                || await store.TryWriteAsync(rule.Name, next, tag, cancellationToken) is null)
            {
                return;
            }
        }
    }

    /// <returns>Whether the message has gone out everywhere, so that it can go on.</returns>
    private async Task<bool> DeliverAsync(IAlertRule rule, AlertState state, string? tag, CancellationToken cancellationToken)
    {
        if (state.ClaimedUntil > time.GetUtcNow())
        {
            return false;
        }

        var open = channels.Where(c => c.IsEnabled && !state.Sent.Contains(c.Name)).ToList();
        state = state with { ClaimedUntil = time.GetUtcNow() + Pause + (options.Value.SendTimeout * open.Count) };
        tag = await store.TryWriteAsync(rule.Name, state, tag, cancellationToken);
        foreach (var channel in open)
        {
            if (tag is null)
            {
                return false;
            }

            if (await TrySendAsync(channel, state.Pending!, cancellationToken))
            {
                state = state with { Sent = [.. state.Sent, channel.Name] };
                tag = await store.TryWriteAsync(rule.Name, state, tag, CancellationToken.None);
            }
        }

        if (tag is null || channels.Any(c => c.IsEnabled && !state.Sent.Contains(c.Name)))
        {
            return false;
        }

        return await store.TryWriteAsync(
            rule.Name, state with { Pending = null, Sent = [], ClaimedUntil = null }, tag, CancellationToken.None) is not null;
    }

    private async Task<bool> TrySendAsync(IAlertChannel channel, AlertMessage message, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.SendTimeout);
        try
        {
            await channel.SendAsync(message, timeout.Token);
            logger.LogInformation("Alert by {Channel}: {Title}", channel.Name, message.Title);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "Alert '{Title}' could not be sent by {Channel}; it is tried again in {Pause}", message.Title, channel.Name, Pause);
            return false;
        }
    }
}
