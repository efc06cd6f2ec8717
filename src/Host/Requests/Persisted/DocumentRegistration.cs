using GraphQL;

namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>A client's wish to have a document stored under a hash.</summary>
internal sealed record DocumentRegistration(string ClaimedHash, string ActualHash)
{
    public bool Matches => string.Equals(ClaimedHash, ActualHash, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells the client in <c>extensions.persistedQuery</c> what became of it.</summary>
    public void AddReceipt(ExecutionResult result)
    {
        var receipt = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["sha256Hash"] = ClaimedHash,
            ["persisted"] = Matches,
        };
        if (!Matches)
        {
            receipt["expectedHashValue"] = ActualHash;
            receipt["expectedHashType"] = "sha256Hash";
            receipt["expectedHashFormat"] = "Hex";
        }

        (result.Extensions ??= [])["persistedQuery"] = receipt;
    }
}
