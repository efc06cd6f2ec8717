using System.Net;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>An S3 server refused a plain HTTP request.</summary>
internal sealed class S3Exception(HttpStatusCode status, string? code) : IOException($"{code ?? "no reason given"} (HTTP {(int)status}).")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;
}
