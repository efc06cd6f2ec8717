using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Auth.Keys;

/// <summary>Keys as <c>keys/ID.json</c> in the gold layer, where all replicas find them.</summary>
internal sealed class ApiKeyStore(ILake lake, TimeProvider time)
{
    private const string Folder = "keys/";

    /// <summary>Makes a key. Its text is given here and never again.</summary>
    public async Task<(ApiKey Key, ApiKeyText Text)> CreateAsync(string name, Role role, TimeSpan? validFor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var text = ApiKeyText.Create();
            var now = time.GetUtcNow();
            var key = new ApiKey(text.Id, name, role, text.Hash(), now, now + validFor, null);
            if (await WriteAsync(key, expectedTag: null, cancellationToken))
            {
                return (key, text);
            }
        }
    }

    /// <summary>The key with this id, or null.</summary>
    public async Task<ApiKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        ApiKeyText.IsId(id) ? await lake.ReadJsonAsync<ApiKey>(LakeLayer.Gold, KeyOf(id), cancellationToken) : null;

    /// <summary>All keys, the oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = new List<ApiKey>();
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, Folder, cancellationToken))
        {
            if (await FindAsync(Path.GetFileNameWithoutExtension(found.Key), cancellationToken) is { } key)
            {
                keys.Add(key);
            }
        }

        return [.. keys.OrderBy(key => key.CreatedAt)];
    }

    /// <summary>Revokes a key and gives it as it is then; null when there is none. Revoking one twice leaves the first time.</summary>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        while (ApiKeyText.IsId(id) && await lake.FindAsync(LakeLayer.Gold, KeyOf(id), cancellationToken) is { } stored)
        {
            if (await FindAsync(id, cancellationToken) is not { RevokedAt: null } key)
            {
                return await FindAsync(id, cancellationToken);
            }

            var revoked = key with { RevokedAt = time.GetUtcNow() };
            if (await WriteAsync(revoked, stored.Tag, cancellationToken))
            {
                return revoked;
            }
        }

        return null;
    }

    private async Task<bool> WriteAsync(ApiKey key, string? expectedTag, CancellationToken cancellationToken) =>
        await lake.TryWriteJsonAsync(LakeLayer.Gold, KeyOf(key.Id), key, expectedTag, cancellationToken) is not null;

    private static string KeyOf(string id) => $"{Folder}{id}.json";
}
