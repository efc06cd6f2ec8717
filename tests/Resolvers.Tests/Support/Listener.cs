using System.Threading.Channels;
using GraphQL;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>A subscriber that writes down what it is told.</summary>
public sealed class Listener : IObserver<ExecutionResult>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();
    private readonly Func<ExecutionResult, string> _text;
    private readonly IDisposable _subscription;

    public Listener(IObservable<ExecutionResult> source, Func<ExecutionResult, string> text)
    {
        _text = text;
        _subscription = source.Subscribe(this);
    }

    /// <summary>The next answer.</summary>
    public async Task<string> NextAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await _told.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>The next answers.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var told = new List<string>();
        while (told.Count < count)
        {
            told.Add(await NextAsync());
        }

        return told;
    }

    /// <summary>Everything until the stream ends.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var told = new List<string>();
        await foreach (var text in _told.Reader.ReadAllAsync(timeout.Token))
        {
            told.Add(text);
        }

        return told;
    }

    public void OnNext(ExecutionResult value) => _told.Writer.TryWrite(_text(value));

    public void OnError(Exception error)
    {
        _told.Writer.TryWrite("error: " + ((error as ExecutionError)?.Code ?? error.GetType().Name) + " " + error.Message);
        _told.Writer.TryComplete();
    }

    public void OnCompleted() => _told.Writer.TryComplete();

    /// <summary>Unsubscribes.</summary>
    public void Dispose()
    {
        _subscription.Dispose();
        _told.Writer.TryComplete();
    }
}
