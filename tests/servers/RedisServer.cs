namespace NovaCorrente.Servers;

/// <summary>A real Redis server on a port of its own, started by the project's script.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    public int Port { get; } = ServerPort.Free();

    /// <summary>A password that the server is to ask for; set before it is started.</summary>
    public string? Password { get; init; }

    /// <summary>A folder with <c>server.pem</c> and <c>server.key</c>, for a server that encrypts, too; set before it is started.</summary>
    public string? Certificates { get; init; }

    /// <summary>The port for encrypted connections; only where there are certificates.</summary>
    public int TlsPort { get; } = ServerPort.Free();

    /// <summary>The server as settings of the host. A slow machine is not to look like a server that is away.</summary>
    public string[] Settings =>
        ["--Redis:Host=127.0.0.1", $"--Redis:Port={Port}", "--Redis:Timeout=00:00:20", "--Redis:Patience=00:00:10", .. Password is null ? [] : (string[])[$"--Redis:Password={Password}"]];

    public Task InitializeAsync() => ScriptAsync("start");

    public Task DisposeAsync() => ScriptAsync("stop");

    /// <summary>Ends the server at once; its data are gone.</summary>
    public Task KillAsync() => ScriptAsync("kill");

    /// <summary>Starts it again, empty.</summary>
    public Task StartAgainAsync() => ScriptAsync("start");

    /// <summary>Lets it keep its connections and answer nothing.</summary>
    public Task PauseAsync() => ScriptAsync("pause");

    public Task ResumeAsync() => ScriptAsync("resume");

    private Task ScriptAsync(string command) => ServerScript.RunAsync(
        "redis.sh",
        command,
        ("REDIS_PORT", $"{Port}"),
        ("REDIS_FOLDER", $"/tmp/nova-redis-{Port}"),
        ("REDIS_PASSWORD", Password ?? ""),
        ("REDIS_TLS_PORT", Certificates is null ? "" : $"{TlsPort}"),
        ("REDIS_CERTIFICATES", Certificates ?? ""),
        ("REDIS_OWNER", $"{Environment.ProcessId}"));
}
