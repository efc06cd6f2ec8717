namespace NovaCorrente.Host.Caching;

/// <summary>Answers that replicas share; a second level behind each one's own memory.</summary>
internal interface ISharedResponses
{
    /// <summary>The answer kept under a key; null when there is none or when it cannot be had at present.</summary>
    ValueTask<byte[]?> TryReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer, if that is possible at present.</summary>
    ValueTask SaveAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}
