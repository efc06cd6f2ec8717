using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Hands items to any number of readers, to each at its own pace. A reader that falls too far behind is ended; nobody waits for it.</summary>
internal sealed class Subscribers<T>(int capacity)
{
    private readonly ConcurrentDictionary<Channel<T>, byte> _channels = new();

    public void Publish(T item)
    {
        foreach (var channel in _channels.Keys.Where(c => !c.Writer.TryWrite(item)))
        {
            channel.Writer.TryComplete(new SubscriberBehindException(capacity));
            _channels.TryRemove(channel, out _);
        }
    }

    /// <summary>Ends all readers there are; each still gets what was published before.</summary>
    public void Complete()
    {
        foreach (var channel in _channels.Keys)
        {
            channel.Writer.TryComplete();
            _channels.TryRemove(channel, out _);
        }
    }

    /// <summary>Items from this call on, even if the first is asked for later.</summary>
    public IAsyncEnumerable<T> Subscribe(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _channels[channel] = 0;

        // Also for a subscriber that never reads.
        cancellationToken.Register(() => _channels.TryRemove(channel, out _));
        return ReadAsync(channel, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadAsync(Channel<T> channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            _channels.TryRemove(channel, out _);
        }
    }
}
