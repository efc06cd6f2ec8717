using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Persisted;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// Documents in Redis, shared by all replicas: the key is the document's bare id and the value its text, as the contract has it. While Redis is
/// away the documents that this process has used are still known.
/// </summary>
internal sealed class RedisOperationDocumentStorage(
    RedisConnection redis, InMemoryOperationDocumentStorage memory, IOptions<RedisOptions> options) : IOperationDocumentStorage
{
    public async ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken)
    {
        var known = await memory.TryReadAsync(id, cancellationToken);
        var (answered, stored) = known is null
            ? await redis.NeedAsync(database => database.StringGetAsync(id), cancellationToken)
            : await redis.TryAsync(database => database.StringGetAsync(id), cancellationToken);
        if (!answered)
        {
            return known;
        }

        string? text = stored;
        if (text is not null)
        {
            await memory.SaveAsync(id, text, cancellationToken);
        }

        return text;
    }

    public async ValueTask SaveAsync(string id, string text, CancellationToken cancellationToken)
    {
        await memory.SaveAsync(id, text, cancellationToken);
        var expiry = options.Value.DocumentExpiry is { } time ? new Expiration(time) : Expiration.Default;
        await redis.NeedAsync(database => database.StringSetAsync(id, text, expiry), cancellationToken);
    }
}
