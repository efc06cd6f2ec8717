using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Transports.Http;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>Writes a response of many results, each flushed when it is there.</summary>
internal sealed class ResultStreamWriter(ResponseJson json, IOptions<TransportOptions> options, TimeProvider time)
{
    public async Task WriteAsync(HttpResponse response, ResponseFormat format, IAsyncEnumerable<StreamItem> items, CancellationToken cancellationToken)
    {
        var framing = For(format);
        response.ContentType = framing.ContentType;
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        var output = response.BodyWriter;
        framing.WriteStart(output);
        await output.FlushAsync(cancellationToken);

        await WriteItemsAsync(output, framing, items, cancellationToken);
        framing.WriteEnd(output);
        await output.FlushAsync(cancellationToken);
    }

    private async Task WriteItemsAsync(PipeWriter output, IStreamFormat framing, IAsyncEnumerable<StreamItem> items, CancellationToken cancellationToken)
    {
        await using var results = items.GetAsyncEnumerator(cancellationToken);
        var next = results.MoveNextAsync().AsTask();
        try
        {
            while (await HasNextAsync(next, output, framing, cancellationToken))
            {
                var item = results.Current;
                framing.WriteItem(output, buffer => json.Write(buffer, item.Result, item.RequestIndex, item.VariableIndex));
                await output.FlushAsync(cancellationToken);
                next = results.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An iterator cannot be disposed of while it runs; the same cancellation ends it.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> HasNextAsync(Task<bool> next, PipeWriter output, IStreamFormat framing, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await next.WaitAsync(options.Value.Heartbeat, time, cancellationToken);
            }
            catch (TimeoutException) when (!next.IsFaulted)
            {
                output.Write(framing.Heartbeat);
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static IStreamFormat For(ResponseFormat format) => format switch
    {
        ResponseFormat.EventStream => EventStreamFormat.Instance,
        ResponseFormat.Multipart => MultipartFormat.Instance,
        ResponseFormat.JsonLines => JsonLinesFormat.Plain,
        ResponseFormat.GraphQLResponseLines => JsonLinesFormat.GraphQL,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of streams."),
    };
}
