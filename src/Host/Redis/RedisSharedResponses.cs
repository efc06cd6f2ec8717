using Microsoft.Extensions.Options;
using NovaCorrente.Host.Caching;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>Answers in Redis, for all replicas. Their keys hold a colon, so none can be taken for a persisted document.</summary>
internal sealed class RedisSharedResponses(RedisConnection redis, IOptions<RedisOptions> options, IOptions<ResponseCacheOptions> cache) : ISharedResponses
{
    public async ValueTask<byte[]?> TryReadAsync(string key, CancellationToken cancellationToken)
    {
        var (_, found) = await redis.TryAsync(database => database.StringGetAsync(KeyOf(key)), cancellationToken);
        return found;
    }

    public async ValueTask SaveAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await redis.TryAsync(database => database.StringSetAsync(KeyOf(key), body, new Expiration(cache.Value.SharedExpiry)), cancellationToken);

    private RedisKey KeyOf(string key) => options.Value.Name($"response:{key}");
}
