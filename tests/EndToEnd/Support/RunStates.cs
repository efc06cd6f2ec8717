using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace NovaCorrente.EndToEnd.Support;

/// <summary>Listens to the states of runs, over one of the two transports that subscriptions have.</summary>
internal sealed class RunStates : IAsyncDisposable
{
    private const string Query = "subscription { onPipelineRunChanged { id state steps { totalCount } } }";

    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _reading;

    private RunStates(Func<ChannelWriter<JsonNode>, CancellationToken, Task> read) => _reading = read(_events.Writer, _end.Token);

    /// <summary>Subscribes over server-sent events; the server has subscribed when this returns.</summary>
    public static async Task<RunStates> OverEventsAsync(HostProcess host)
    {
        var source = await EventSource.OpenAsync(host, Query);
        return new RunStates(async (events, end) =>
        {
            using (source)
            {
                while (true)
                {
                    events.TryWrite(Changed(await source.NextAsync(_ => true, end)));
                }
            }
        });
    }

    /// <summary>Subscribes over <c>graphql-transport-ws</c>.</summary>
    public static async Task<RunStates> OverSocketAsync(HostProcess host)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(host.Address, "graphql")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init" });
        Assert.Equal("connection_ack", (string)(await ReceiveAsync(socket, CancellationToken.None))!["type"]!);
        await SendAsync(socket, new { type = "subscribe", id = "runs", payload = new { query = Query } });

        // Operations of a connection are taken up in order: the answer to this one tells that the subscription stands.
        await SendAsync(socket, new { type = "subscribe", id = "after", payload = new { query = "{ __typename }" } });
        while ((string?)(await ReceiveAsync(socket, CancellationToken.None))!["type"] != "complete")
        {
        }

        return new RunStates(async (events, end) =>
        {
            using (socket)
            {
                while (await ReceiveAsync(socket, end) is { } message)
                {
                    if ((string?)message["type"] == "next")
                    {
                        events.TryWrite(Changed(message["payload"]!["data"]!));
                    }
                }
            }
        });
    }

    /// <summary>Every state of one run up to its last, as <c>STATE steps</c>.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var states = new List<string>();
        await foreach (var change in _events.Reader.ReadAllAsync(limit.Token))
        {
            if ((string?)change["id"] == run)
            {
                states.Add($"{change["state"]} {change["steps"]!["totalCount"]}");
                if ((string?)change["state"] is not ("QUEUED" or "RUNNING"))
                {
                    break;
                }
            }
        }

        return states;
    }

    /// <summary>Waits until a run has begun a step.</summary>
    public async Task FirstStepOfAsync(string run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var change in _events.Reader.ReadAllAsync(limit.Token))
        {
            if ((string?)change["id"] == run && (int)change["steps"]!["totalCount"]! > 0)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static JsonNode Changed(JsonNode data) => data["onPipelineRunChanged"]!;

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Null when the server has closed.
    private static async Task<JsonNode?> ReceiveAsync(ClientWebSocket socket, CancellationToken end)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult frame;
        do
        {
            frame = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), end);
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, frame.Count);
        }
        while (!frame.EndOfMessage);

        return JsonNode.Parse(Encoding.UTF8.GetString(message.ToArray()));
    }
}
