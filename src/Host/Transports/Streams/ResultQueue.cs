using System.Threading.Channels;
using GraphQL;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>
/// Results of one subscription on their way from its source to its client. Bounded: a client that reads too slowly is cut off,
/// for a source that waited for it would hold up every other client.
/// </summary>
internal sealed class ResultQueue : IObserver<ExecutionResult>
{
    private readonly Channel<ExecutionResult> _results;
    private readonly Action _onOverflow;

    public ResultQueue(int capacity, Action onOverflow)
    {
        _results = Channel.CreateBounded<ExecutionResult>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _onOverflow = onOverflow;
    }

    public void OnNext(ExecutionResult value)
    {
        if (!_results.Writer.TryWrite(value) && _results.Writer.TryComplete())
        {
            _onOverflow();
        }
    }

    /// <summary>The engine has turned the source's exception into an error of the contract.</summary>
    public void OnError(Exception error)
    {
        var last = new ExecutionResult();
        last.AddError(error as ExecutionError ?? new GraphQL.Execution.UnhandledError(error.Message, error));
        _results.Writer.TryWrite(last);
        _results.Writer.TryComplete();
    }

    public void OnCompleted() => _results.Writer.TryComplete();

    /// <summary>Subscribes, and gives the results in order until the source completes; leaving the loop unsubscribes.</summary>
    public async IAsyncEnumerable<ExecutionResult> ReadAllAsync(
        IObservable<ExecutionResult> source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = source.Subscribe(this);
        await foreach (var result in _results.Reader.ReadAllAsync(cancellationToken))
        {
            yield return result;
        }
    }
}
