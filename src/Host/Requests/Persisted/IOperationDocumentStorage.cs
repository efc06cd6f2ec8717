namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>Where documents are kept that clients name by a key instead of sending them.</summary>
internal interface IOperationDocumentStorage
{
    /// <summary>The text stored under a key, or null.</summary>
    ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stores a document under its key; the key is a hash of the text, so writing twice changes nothing.</summary>
    ValueTask SaveAsync(string id, string text, CancellationToken cancellationToken);
}
