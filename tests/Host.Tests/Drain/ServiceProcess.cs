using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Auth;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Drain;

/// <summary>The service as a process of its own, with a lake of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();

    private ServiceProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    /// <summary>Everything it wrote.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<ServiceProcess> StartAsync(string folder, params string[] settings)
    {
        string[] arguments =
        [
            "exec",
            typeof(NovaHost).Assembly.Location,
            "serve",
            "--environment=Production",
            $"--Auth:SecretKey={TestTokens.Secret}",
            "--Server:Host=127.0.0.1",
            "--Server:Port=0",
            "--Schedules:Enabled=false",
            $"--Lake:Folder={Path.Combine(folder, "lake")}",
            $"--Pipeline:WorkFolder={Path.Combine(folder, "work")}",
            $"--Pipeline:LandingFolder={Path.Combine(folder, "landing")}",
            $"--Serving:Folder={Path.Combine(folder, "serving")}",
            .. settings,
        ];
        var service = new ServiceProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!);
        try
        {
            service.Client = new HttpClient(Untraced()) { BaseAddress = await service._address.Task.WaitAsync(_patience) };
            service.Client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Of(Role.Admin));
            return service;
        }
        catch (TimeoutException late)
        {
            await service.DisposeAsync();
            throw new InvalidOperationException("The service did not start: " + service.Output, late);
        }
    }

    /// <summary>Tells it to stop, as service managers do.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it is gone.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        Client?.Dispose();
        _process.Dispose();
    }

    // The telemetry of a host that another test runs inside this process would put its own trace in the place of the one that a test names.
    private static SocketsHttpHandler Untraced() => new() { ActivityHeadersPropagator = null };

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (ListeningPattern().Match(line) is { Success: true } listening)
        {
            _address.TrySetResult(new Uri(listening.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://[^\s""\\]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningPattern();
}
