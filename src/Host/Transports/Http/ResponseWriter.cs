using System.Buffers;
using System.Globalization;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>Writes a single result straight into the response's buffer, or as the cache has it.</summary>
internal sealed class ResponseWriter(ResponseJson json, ResponseCache? cache = null)
{
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    public async Task WriteAsync(HttpContext http, OperationResult result, ResponseFormat format)
    {
        var response = http.Response;
        response.StatusCode = ResponseStatus.Of(result.Outcome, format);
        response.ContentType = format == ResponseFormat.Json ? Json : GraphQLResponse;
        if (result.Outcome == OperationOutcome.MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        if (result.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = RequestErrors.Seconds(wait).ToString(CultureInfo.InvariantCulture);
        }

        CacheHeaders.Write(response, result.Cache, format);
        await (result.Cache switch
        {
            { IsKnownToClient: true } => NotModifiedAsync(response),
            { Body: { } body } => SendAsync(http, body),
            { Ticket: { } ticket } => SendAndKeepAsync(http, result, ticket),
            _ => SendAsync(http, result),
        });
    }

    private static Task NotModifiedAsync(HttpResponse response)
    {
        // It describes a body, and there is none.
        response.ContentType = null;
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    private async Task SendAsync(HttpContext http, OperationResult result)
    {
        json.Write(http.Response.BodyWriter, result.Result);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private async Task SendAndKeepAsync(HttpContext http, OperationResult result, CacheTicket ticket)
    {
        var body = new ArrayBufferWriter<byte>();
        json.Write(body, result.Result);
        await SendAsync(http, body.WrittenMemory);
        await cache!.KeepAsync(ticket, body.WrittenMemory, http.RequestAborted);
    }
}
