using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Minio;
using Minio.DataModel.Args;
using Minio.Exceptions;
using Polly;
using Polly.Retry;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// A lake on MinIO or another S3 server: one bucket a layer. The Minio SDK signs, lists, uploads in parts and deletes. Reading and conditional
/// writing use URLs that it signs, because its own reading can't be resumed and drops the conditions of larger writes.
/// </summary>
internal sealed class MinioLake : ILake, IDisposable
{
    private const int MultipartSize = 5 * 1024 * 1024;
    private const int UploadBytesPerSecond = 1024 * 1024;
    private static readonly ResiliencePropertyKey<long> _began = new("began");

    private readonly LakeOptions _options;
    private readonly TimeProvider _time;
    private readonly IMinioClient _client;
    private readonly SignedRequests _signed;
    private readonly ResiliencePipeline _retry;

    public MinioLake(LakeOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _client = new MinioClient()
            .WithEndpoint(options.ServerAddress!.Authority)
            .WithSSL(options.ServerAddress.Scheme == Uri.UriSchemeHttps)
            .WithRegion(options.Region)
            .WithCredentials(options.AccessKey, options.SecretKey)
            .WithHttpClient(new HttpClient(new S3ResponseGuard(NewHandler())), disposeHttpClient: true)
            .Build();
        _signed = new SignedRequests(_client, NewHandler());
        _retry = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = a => ValueTask.FromResult(
                    a.Outcome.Exception is { } e && !a.Context.CancellationToken.IsCancellationRequested && S3Fault.IsTransient(e)
                    && time.GetElapsedTime(a.Context.Properties.GetValue(_began, 0)) < options.Patience),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(3),
                MaxRetryAttempts = Attempts(options.Patience),
            })
            .Build();
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var layer in Enum.GetValues<LakeLayer>())
        {
            await CallAsync(layer, token => MakeBucketAsync(Bucket(layer), token), cancellationToken);
            var probe = $"probe/{Guid.NewGuid():N}";
            using var content = new MemoryStream([0]);
            await PutAsync(layer, probe, content, cancellationToken);
            await DeleteAsync(layer, probe, cancellationToken);
        }
    }

    public async Task<Stream?> OpenReadAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        LakeKey.Check(key);
        var response = await CallAsync(layer, token => _signed.GetAsync(Bucket(layer), key, rest: null, token), cancellationToken);
        if (response is null)
        {
            return null;
        }

        var tag = response.Headers.ETag;
        return new ResumingStream(
            await response.Content.ReadAsStreamAsync(cancellationToken),
            response.Content.Headers.ContentLength ?? throw new LakeException(LakeFault.Corrupt, $"The server did not tell the size of '{key}'."),
            async (position, outer) =>
            {
                var rest = await CallAsync(layer, token => _signed.GetAsync(Bucket(layer), key, (position, tag), token), outer)
                    ?? throw new LakeException(LakeFault.Missing, $"'{key}' in the {layer} layer was removed while it was being read.");
                return await rest.Content.ReadAsStreamAsync(outer);
            });
    }

    public async Task<LakeObject?> FindAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        LakeKey.Check(key);
        return await CallAsync<LakeObject?>(layer, async token =>
        {
            try
            {
                var found = await _client.StatObjectAsync(new StatObjectArgs().WithBucket(Bucket(layer)).WithObject(key), token);
                return new LakeObject(key, found.Size, new DateTimeOffset(found.LastModified.ToUniversalTime()), Unquoted(found.ETag));
            }
            catch (ObjectNotFoundException)
            {
                // A HEAD can't say what is missing.
                return await BucketExistsAsync(Bucket(layer), token) ? null : throw new BucketNotFoundException(Bucket(layer), "It does not exist.");
            }
        }, cancellationToken);
    }

    public async Task<LakeObject> PutAsync(LakeLayer layer, string key, Stream content, CancellationToken cancellationToken)
    {
        LakeKey.Check(key);
        await using var repeatable = await RepeatableContent.OfAsync(content, cancellationToken);
        try
        {
            return await CallAsync(layer, async token =>
            {
                var put = await _client.PutObjectAsync(
                    new PutObjectArgs().WithBucket(Bucket(layer)).WithObject(key).WithObjectSize(repeatable.Length)
                        .WithStreamData(repeatable.Rewind()).WithContentType("application/octet-stream"),
                    token);
                return new LakeObject(key, repeatable.Length, _time.GetUtcNow(), Unquoted(put.Etag));
            }, cancellationToken, repeatable.Length);
        }
        catch when (repeatable.Length >= MultipartSize)
        {
            await RemovePartsAsync(layer, key);
            throw;
        }
    }

    public async Task<LakeObject?> PutIfUnchangedAsync(
        LakeLayer layer, string key, string? expectedTag, Stream content, CancellationToken cancellationToken)
    {
        LakeKey.Check(key);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();

        // Older servers take a condition on an object that is not there for fulfilled.
        if (expectedTag is not null && await FindAsync(layer, key, cancellationToken) is null)
        {
            return null;
        }

        var attempts = 0;
        var written = await CallAsync<LakeObject?>(layer, async token =>
        {
            attempts++;
            return await _signed.PutAsync(Bucket(layer), key, expectedTag, bytes, token) is { } tag
                ? new LakeObject(key, bytes.Length, _time.GetUtcNow(), Unquoted(tag))
                : null;
        }, cancellationToken);
        return written is null && attempts > 1 ? await FindOwnAsync(layer, key, bytes, cancellationToken) : written;
    }

    public async IAsyncEnumerable<LakeObject> ListAsync(
        LakeLayer layer, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LakeKey.CheckPrefix(prefix);
        var found = await CallAsync(layer, async token =>
        {
            var objects = new List<LakeObject>();
            var arguments = new ListObjectsArgs().WithBucket(Bucket(layer)).WithPrefix(prefix).WithRecursive(true);
            await foreach (var item in _client.ListObjectsEnumAsync(arguments, token).WithCancellation(token))
            {
                objects.Add(new LakeObject(
                    item.Key, (long)item.Size, new DateTimeOffset(item.LastModifiedDateTime!.Value.ToUniversalTime()), Unquoted(item.ETag)));
            }

            return objects;
        }, cancellationToken);
        foreach (var item in found)
        {
            yield return item;
        }
    }

    public async Task DeleteAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        LakeKey.Check(key);
        await CallAsync(layer, async token =>
        {
            await _client.RemoveObjectAsync(new RemoveObjectArgs().WithBucket(Bucket(layer)).WithObject(key), token);
            return true;
        }, cancellationToken);
    }

    public void Dispose()
    {
        _client.Dispose();
        _signed.Dispose();
    }

    private static SocketsHttpHandler NewHandler() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    // Pauses double from 0.1 s up to 3 s: the first five come to 3.1 s.
    private static int Attempts(TimeSpan patience) => 5 + (int)Math.Ceiling(Math.Max(0, patience.TotalSeconds - 3.1) / 3);

    private async Task<bool> MakeBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        if (!await BucketExistsAsync(bucket, cancellationToken))
        {
            try
            {
                await _client.MakeBucketAsync(new MakeBucketArgs().WithBucket(bucket).WithLocation(_options.Region), cancellationToken);
            }
            catch (Exception e) when (e is ArgumentException or MinioException { Response.Code: "BucketAlreadyOwnedByYou" })
            {
                // Another process was first; the SDK calls that a wrong argument.
                return await BucketExistsAsync(bucket, cancellationToken);
            }
        }

        return true;
    }

    private Task<bool> BucketExistsAsync(string bucket, CancellationToken cancellationToken) =>
        _client.BucketExistsAsync(new BucketExistsArgs().WithBucket(bucket), cancellationToken);

    // An attempt whose answer was lost may have been the winner; the tag of a single put is the MD5 of its content.
    private async Task<LakeObject?> FindOwnAsync(LakeLayer layer, string key, byte[] bytes, CancellationToken cancellationToken) =>
        await FindAsync(layer, key, cancellationToken) is { } stored && stored.Tag == Convert.ToHexStringLower(Md5(bytes)) ? stored : null;

#pragma warning disable CA5351 // What S3 calls an ETag is MD5; nothing is protected by it.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private async Task RemovePartsAsync(LakeLayer layer, string key)
    {
        try
        {
            await _client.RemoveIncompleteUploadAsync(new RemoveIncompleteUploadArgs().WithBucket(Bucket(layer)).WithObject(key), CancellationToken.None);
        }
        catch (Exception e) when (e is MinioException or HttpRequestException or IOException or TaskCanceledException)
        {
            // The reason why the upload failed is what matters; servers remove old parts by rule.
        }
    }

    private async Task<T> CallAsync<T>(LakeLayer layer, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, long uploadBytes = 0)
    {
        var limit = _options.AnswerTimeout + TimeSpan.FromSeconds(uploadBytes / UploadBytesPerSecond);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(_began, _time.GetTimestamp());
        try
        {
            return await _retry.ExecuteAsync(async attempt => await AnswerAsync(call, limit, attempt.CancellationToken), context);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not (LakeException or ArgumentException))
        {
            throw S3Fault.Explain(e, _options, Bucket(layer));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // A server that hangs takes connections and says nothing.
    private static async Task<T> AnswerAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(limit);
        try
        {
            return await call(bound.Token);
        }
        catch (Exception e) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested && e is not LakeException)
        {
            throw new TimeoutException($"It did not answer within {limit.TotalSeconds:0.#} s.", e);
        }
    }

    private string Bucket(LakeLayer layer) => layer switch
    {
        LakeLayer.Bronze => _options.BucketBronze,
        LakeLayer.Silver => _options.BucketSilver,
        LakeLayer.Gold => _options.BucketGold,
        LakeLayer.Backup => _options.BucketBackup,
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    private static string Unquoted(string tag) => tag.Trim('"');
}
