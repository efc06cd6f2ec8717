using System.Net;
using System.Security.Authentication;
using System.Xml;
using Minio.Exceptions;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Turns what an S3 server, the network or the SDK say into what an operator can act on.</summary>
internal static class S3Fault
{
    private static readonly string[] Overloaded = ["SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted"];
    private static readonly string[] Refused = ["AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidAccessKey", "ExpiredToken"];
    private static readonly string[] NoRoom = ["QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "InsufficientCapacity"];

    /// <summary>Whether the same call may go well a moment later.</summary>
    public static bool IsTransient(Exception exception) => Distrust(exception) is null && exception switch
    {
        S3Exception s3 => s3.Status >= HttpStatusCode.InternalServerError || s3.Status is HttpStatusCode.TooManyRequests || Overloaded.Contains(s3.Code),
        HttpRequestException { StatusCode: { } status } => status >= HttpStatusCode.InternalServerError || status is HttpStatusCode.TooManyRequests,
        HttpRequestException or ConnectionException or TimeoutException or TaskCanceledException => true,
        LakeException => false,
        IOException => true,
        ErrorResponseException error => Overloaded.Contains(error.Response?.Code),
        _ => exception.InnerException is { } inner && IsTransient(inner),
    };

    /// <summary>The exception as a fault of the lake.</summary>
    public static LakeException Explain(Exception exception, LakeOptions options, string bucket) => CodeOf(exception) switch
    {
        _ when exception is AccessDeniedException or AuthorizationException or ForbiddenException || Status(exception) is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized =>
            Denied(exception, options, bucket),
        { } code when Refused.Contains(code) => Denied(exception, options, bucket),
        { } code when NoRoom.Contains(code) || Status(exception) is HttpStatusCode.InsufficientStorage =>
            new LakeException(LakeFault.Full, $"There is no room left in bucket '{bucket}' of {options.Endpoint}.", exception),
        "NoSuchBucket" => new LakeException(LakeFault.Missing, $"Bucket '{bucket}' does not exist on {options.Endpoint}.", exception),
        _ when exception is BucketNotFoundException => new LakeException(LakeFault.Missing, $"Bucket '{bucket}' does not exist on {options.Endpoint}.", exception),
        _ when Distrust(exception) is { } distrust => new LakeException(
            LakeFault.Denied,
            $"The lake server {options.Endpoint} is not trusted: {distrust.Message}. The certificate of an authority of your own goes into SSL_CERT_FILE.",
            exception),
        _ => new LakeException(LakeFault.Unreachable, $"The lake server {options.Endpoint} did not do what was asked: {exception.Message}", exception),
    };

    /// <summary>The error code in an error document, or null.</summary>
    public static string? CodeIn(string document)
    {
        try
        {
            var xml = new XmlDocument { XmlResolver = null };
            xml.LoadXml(document);
            return xml.DocumentElement?["Code"]?.InnerText;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static LakeException Denied(Exception exception, LakeOptions options, string bucket) =>
        new(LakeFault.Denied, $"The lake server {options.Endpoint} refuses access key '{options.AccessKey}' for bucket '{bucket}': wrong key, wrong secret or no right.", exception);

    // Who it is that answers is known after the first attempt.
    private static AuthenticationException? Distrust(Exception? exception) =>
        exception is null ? null : exception as AuthenticationException ?? Distrust(exception.InnerException);

    private static string? CodeOf(Exception exception) => exception switch
    {
        S3Exception s3 => s3.Code,
        MinioException minio => minio.Response?.Code,
        _ => null,
    };

    private static HttpStatusCode? Status(Exception exception) => exception switch
    {
        S3Exception s3 => s3.Status,
        HttpRequestException http => http.StatusCode,
        _ => null,
    };
}
