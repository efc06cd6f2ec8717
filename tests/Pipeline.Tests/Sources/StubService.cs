using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NovaCorrente.Pipeline.Tests.Sources;

/// <summary>A public service on this machine; a test says what it answers to each request.</summary>
internal sealed class StubService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, int, HttpListenerResponse, Task> _answer;
    private readonly ConcurrentQueue<string> _requests = new();

    /// <param name="answer">Gets path and query, how often it was asked before, and the response.</param>
    public StubService(Func<string, int, HttpListenerResponse, Task> answer)
    {
        _answer = answer;
        Address = Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Paths with queries, as they came.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task WriteAsync(HttpListenerResponse response, string body)
    {
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        response.Close();
    }

    public static Task FailAsync(HttpListenerResponse response, int status)
    {
        response.StatusCode = status;
        response.Close();
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Close();

    // The listener takes no port 0, so a free one is tried until nobody else was quicker.
    private string Start()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(address);
            try
            {
                _listener.Start();
                return address;
            }
            catch (HttpListenerException)
            {
                continue;
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var request = context.Request.RawUrl!;
            var before = _requests.Count(other => other == request);
            _requests.Enqueue(request);
            _ = _answer(request, before, context.Response);
        }
    }
}
