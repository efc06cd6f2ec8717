using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>How documents named by key are treated; configuration section <c>PersistedOperations</c>.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether clients may register documents by sending them once with their hash (Apollo's automatic persisted queries).</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>Whether only documents that are already stored run. Registering by clients is then off, whatever <see cref="Automatic"/> says.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>With <see cref="OnlyAllowPersistedDocuments"/>: whether a full text is accepted when its hash is stored.</summary>
    public bool AllowDocumentBody { get; set; }

    /// <summary>Documents that the in-memory storage keeps.</summary>
    [Range(1, 1_000_000)]
    public int InMemoryDocuments { get; set; } = 10_000;

    /// <summary>Characters that the in-memory storage keeps.</summary>
    [Range(1, 1_000_000_000)]
    public long InMemoryCharacters { get; set; } = 16_000_000;
}
