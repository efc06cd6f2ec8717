namespace NovaCorrente.Servers;

/// <summary>A real S3 server on a port of its own, started by the project's script.</summary>
public sealed class S3Server : IAsyncLifetime
{
    /// <summary>Its access key and its secret key.</summary>
    public const string Key = "minioadmin";

    private readonly int _port = ServerPort.Free();
    private readonly int _monitorPort = ServerPort.Free();

    /// <summary>A folder with <c>server.pem</c> and <c>server.key</c>, for a server that encrypts, too; set before it is started.</summary>
    public string? Certificates { get; init; }

    /// <summary>The port for encrypted connections; only where there are certificates.</summary>
    public int TlsPort { get; } = ServerPort.Free();

    /// <summary>Where it listens.</summary>
    public string Endpoint => $"127.0.0.1:{_port}";

    /// <summary>The server as settings of the host.</summary>
    public string[] Settings => [$"--Lake:Endpoint={Endpoint}", $"--Lake:AccessKey={Key}", $"--Lake:SecretKey={Key}"];

    public Task InitializeAsync() => ScriptAsync("start");

    public Task DisposeAsync() => ScriptAsync("stop");

    /// <summary>Ends the gateway at once; objects survive.</summary>
    public Task KillAsync() => ScriptAsync("kill-gateway");

    public Task StartAgainAsync() => ScriptAsync("start-gateway");

    /// <summary>Lets it take connections and answer nothing.</summary>
    public Task PauseAsync() => ScriptAsync("pause-gateway");

    public Task ResumeAsync() => ScriptAsync("resume-gateway");

    private Task ScriptAsync(string command) => ServerScript.RunAsync(
        "s3.sh",
        command,
        ("S3_PORT", $"{_port}"),
        ("S3_MONITOR_PORT", $"{_monitorPort}"),
        ("S3_FOLDER", $"/tmp/nova-s3-{_port}"),
        ("S3_TLS_PORT", Certificates is null ? "" : $"{TlsPort}"),
        ("S3_CERTIFICATES", Certificates ?? ""),
        ("S3_OWNER", $"{Environment.ProcessId}"));
}
