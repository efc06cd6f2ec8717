using System.Collections.Concurrent;

namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>Documents that came with the program. Unlike those of a storage they are there whatever becomes of servers, and never make room for others.</summary>
internal sealed class TrustedDocuments
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text under a hash, or null.</summary>
    public string? Find(string hash) => _texts.GetValueOrDefault(hash);

    /// <summary>Trusts a document from now on.</summary>
    public void Add(string hash, string text) => _texts[hash] = text;
}
