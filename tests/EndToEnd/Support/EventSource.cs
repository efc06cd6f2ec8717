using System.Text;
using System.Text.Json.Nodes;

namespace NovaCorrente.EndToEnd.Support;

/// <summary>A subscription over server-sent events, as a browser keeps one.</summary>
internal sealed class EventSource : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventSource(HttpResponseMessage response, Stream stream) => (_response, _reader) = (response, new StreamReader(stream, Encoding.UTF8));

    /// <summary>Subscribes; events from now on are heard.</summary>
    public static async Task<EventSource> OpenAsync(HostProcess replica, string subscription)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(replica.Address, "graphql"))
        {
            Content = new StringContent(new JsonObject { ["query"] = subscription }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "text/event-stream");
        var response = await replica.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new EventSource(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event that fits.</summary>
    public async Task<JsonNode> NextAsync(Func<JsonNode, bool> fits, CancellationToken cancellationToken)
    {
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && JsonNode.Parse(line[5..]) is { } result)
            {
                var data = result["data"] ?? throw new InvalidOperationException(line);
                if (fits(data))
                {
                    return data;
                }
            }
        }

        throw new EndOfStreamException("The subscription was ended.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
