using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>Keeps the most recently used documents in this process; enough for one replica, whose clients register again after a restart.</summary>
internal sealed class InMemoryOperationDocumentStorage(IOptions<PersistedOperationOptions> options) : IOperationDocumentStorage
{
    private readonly BoundedCache<string> _documents = new(options.Value.InMemoryDocuments, options.Value.InMemoryCharacters);

    public ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.TryGet(id, out var text) ? text : null);

    public ValueTask SaveAsync(string id, string text, CancellationToken cancellationToken)
    {
        _documents.Set(id, text, id.Length + text.Length);
        return ValueTask.CompletedTask;
    }
}
