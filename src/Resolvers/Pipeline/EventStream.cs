using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>
/// The events of one subscription. It listens from the moment it is made, which is before the client is told that it is subscribed:
/// what happens in between waits in the source's buffer and is not lost.
/// </summary>
internal sealed class EventStream<T> : IObservable<object>
{
    private readonly CancellationTokenSource _ending;
    private readonly CancellationToken _ended;
    private readonly IAsyncEnumerable<T> _source;
    private readonly Func<T, CancellationToken, ValueTask<object?>> _select;

    /// <param name="source">Starts to listen.</param>
    /// <param name="select">Makes an event of an announcement, or null to leave it out.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public EventStream(
        Func<CancellationToken, IAsyncEnumerable<T>> source, Func<T, CancellationToken, ValueTask<object?>> select, CancellationToken cancellationToken)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ended = _ending.Token;
        _source = source(_ended);
        _select = select;
    }

    public IDisposable Subscribe(IObserver<object> observer)
    {
        _ = PumpAsync(observer);
        return new Ending(_ending);
    }

    private async Task PumpAsync(IObserver<object> observer)
    {
        try
        {
            await foreach (var item in _source.WithCancellation(_ended))
            {
                if (await _select(item, _ended) is { } selected)
                {
                    observer.OnNext(selected);
                }
            }

            observer.OnCompleted();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            observer.OnCompleted();
        }
        catch (SubscriberBehindException e)
        {
            observer.OnError(new GoldError("SUBSCRIBER_BEHIND", e.Message));
        }
        catch (Exception e)
        {
            observer.OnError(e);
        }
    }

    private sealed class Ending(CancellationTokenSource source) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                source.Cancel();
                source.Dispose();
            }
        }
    }
}
