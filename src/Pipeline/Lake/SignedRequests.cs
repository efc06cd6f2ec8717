using System.Net;
using System.Net.Http.Headers;
using Minio;
using Minio.DataModel.Args;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Plain HTTP requests to URLs that the Minio SDK has signed, for what the SDK itself can't do: stream, resume, and write on a condition.</summary>
internal sealed class SignedRequests(IMinioClient client, HttpMessageHandler handler) : IDisposable
{
    private const int LifetimeSeconds = 3600;
    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The object from its beginning, or the rest of a version of it; null when there is none.</summary>
    public async Task<HttpResponseMessage?> GetAsync(
        string bucket, string key, (long Position, EntityTagHeaderValue? Version)? rest, CancellationToken cancellationToken)
    {
        var url = await client.PresignedGetObjectAsync(new PresignedGetObjectArgs().WithBucket(bucket).WithObject(key).WithExpiry(LifetimeSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (rest is { } from)
        {
            request.Headers.Range = new RangeHeaderValue(from.Position, null);
            request.Headers.IfMatch.Add(from.Version!);
        }

        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            if (response.StatusCode is HttpStatusCode.PreconditionFailed)
            {
                throw new LakeException(LakeFault.Corrupt, $"'{key}' in bucket '{bucket}' was replaced while it was being read.");
            }

            var refusal = await RefusalAsync(response, cancellationToken);
            return refusal.Code == "NoSuchKey" ? null : throw refusal;
        }
    }

    /// <summary>Writes an object if its stored version is the expected one, or, with null, if there is none.</summary>
    /// <returns>The version written; null when the condition does not hold.</returns>
    public async Task<string?> PutAsync(string bucket, string key, string? expectedTag, byte[] bytes, CancellationToken cancellationToken)
    {
        var url = await client.PresignedPutObjectAsync(new PresignedPutObjectArgs().WithBucket(bucket).WithObject(key).WithExpiry(LifetimeSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(bytes) };

        // Without quotes, as all servers understand it.
        request.Headers.TryAddWithoutValidation(expectedTag is null ? "If-None-Match" : "If-Match", expectedTag ?? "*");
        using var response = await _http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? response.Headers.ETag!.Tag
            : response.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict ? null
            : throw await RefusalAsync(response, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<S3Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode, S3Fault.CodeIn(await response.Content.ReadAsStringAsync(cancellationToken)));
}
