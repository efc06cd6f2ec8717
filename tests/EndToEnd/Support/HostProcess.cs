using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace NovaCorrente.EndToEnd.Support;

/// <summary>The service as a process of its own, as a user starts it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    // No request is to fail here because the machine is slow.
    private static readonly string[] _patient = ["--GraphQL:ExecutionTimeout=00:02:00", "--GraphQL:Concurrency:QueueTimeout=00:02:00"];

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private bool _isDisposed;

    private HostProcess(Process process) => (_process, Id) = (process, process.Id);

    public HttpClient Http { get; } = new() { Timeout = _patience };

    public Uri Address { get; private set; } = null!;

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>What it has written so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a service on a free port and waits until it says where it listens.</summary>
    public static Task<HostProcess> StartAsync(Workplace place, params string[] settings) => StartAsync(place, new Dictionary<string, string>(), settings);

    /// <summary>Starts a service with more in its environment.</summary>
    public static async Task<HostProcess> StartAsync(Workplace place, IReadOnlyDictionary<string, string> environment, string[] settings)
    {
        var host = new HostProcess(Process.Start(StartInfo(place, environment, settings))!);
        try
        {
            await host.ListeningAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a service that is not to come up, and waits for its end; gives the exit code and all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RefusedAsync(Workplace place, params string[] settings)
    {
        using var process = Process.Start(StartInfo(place, new Dictionary<string, string>(), settings))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(_patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await output, await error);
    }

    private static ProcessStartInfo StartInfo(Workplace place, IReadOnlyDictionary<string, string> environment, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NovaCorrente.Host.dll"), "serve", "--Server:Port=0", .. _patient, .. place.Settings, .. settings])
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Asks and gives the whole answer, errors included.</summary>
    public Task<JsonNode> AnswerAsync(string query, CancellationToken cancellationToken = default) => AnswerAsync(query, [], cancellationToken);

    /// <summary>Asks with variables and gives the whole answer, errors included.</summary>
    public async Task<JsonNode> AnswerAsync(string query, JsonObject variables, CancellationToken cancellationToken = default)
    {
        using var response = await Http.PostAsync(new Uri(Address, "graphql"), JsonContent.Create(new { query, variables }), cancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
    }

    /// <summary>Asks and gives <c>data</c>; errors fail the test.</summary>
    public async Task<JsonNode> AskAsync(string query, CancellationToken cancellationToken = default)
    {
        var answer = await AnswerAsync(query, cancellationToken);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>Starts a run and waits for its end; gives its state.</summary>
    public async Task<string> RunPipelineAsync()
    {
        var payload = (await AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }"))["runPipeline"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return await EndOfAsync((string)payload["pipelineRun"]!["id"]!);
    }

    /// <summary>Waits until a run has ended; gives its state.</summary>
    public async Task<string> EndOfAsync(string run)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            var state = (string?)(await AskAsync($"{{ pipelineRun(id: \"{run}\") {{ state }} }}", limit.Token))["pipelineRun"]?["state"];
            if (state is not (null or "QUEUED" or "RUNNING"))
            {
                return state;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Whether it says that requests may be sent to it.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Tells it to end, as a deployment does, and waits until it has; gives its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends it without a warning, as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever could not start its successor may hold it still.
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Http.Dispose();
    }

    private async Task ListeningAsync()
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The host ended before it listened:\n{Log}"));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(_patience);

        void Keep(string? line)
        {
            lock (_log)
            {
                _log.AppendLine(line);
            }

            const string greeting = "serves GraphQL at ";
            if (line?.IndexOf(greeting, StringComparison.Ordinal) is { } at and >= 0)
            {
                address.TrySetResult(new Uri(line[(at + greeting.Length)..].Replace("/graphql", "/", StringComparison.Ordinal)));
            }
        }
    }
}
