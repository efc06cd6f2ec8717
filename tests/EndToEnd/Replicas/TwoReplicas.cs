using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd.Replicas;

/// <summary>Two processes of the service on one Redis and one lake, with sample data to publish.</summary>
public sealed class TwoReplicas : IAsyncLifetime
{
    private readonly Workplace _place = new();

    public RedisServer Redis { get; } = new();

    internal HostProcess One { get; private set; } = null!;

    internal HostProcess Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Redis.InitializeAsync();
        await _place.WriteSampleAsync(lines: 200);
        One = await StartAsync("one");
        Other = await StartAsync("other");
    }

    public async Task DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        await Redis.DisposeAsync();
        _place.Dispose();
    }

    /// <summary>Runs the pipeline on one replica so that it publishes, and waits until it has ended.</summary>
    /// <returns>The run, and the snapshot that it published.</returns>
    internal static async Task<(string Run, string Snapshot)> PublishAsync(HostProcess replica, CancellationToken cancellationToken)
    {
        using var ended = await EventSource.OpenAsync(replica, "subscription{onPipelineCompleted{id state snapshotId}}");
        var payload = (await replica.AskAsync("mutation{runPipeline(input:{force:true}){pipelineRun{id}errors{...on Error{message}}}}", cancellationToken))["runPipeline"]!;
        var id = (string?)payload["pipelineRun"]?["id"] ?? throw new InvalidOperationException(payload.ToJsonString());
        var run = (await ended.NextAsync(data => (string?)data["onPipelineCompleted"]!["id"] == id, cancellationToken))["onPipelineCompleted"]!;
        return (id, (string?)run["snapshotId"] ?? throw new InvalidOperationException(run.ToJsonString()));
    }

    /// <summary>One part of what a replica says of its health.</summary>
    internal static async Task<JsonNode> HealthAsync(HostProcess replica, string part) =>
        JsonNode.Parse(await replica.Http.GetStringAsync(new Uri(replica.Address, "health")))!["parts"]![part]!;

    // What a process keeps for itself must not be another's.
    private Task<HostProcess> StartAsync(string name) => HostProcess.StartAsync(
        _place,
        [
            $"--Pipeline:WorkFolder={Path.Combine(_place.Folder, name, "work")}",
            $"--Serving:Folder={Path.Combine(_place.Folder, name, "serving")}",
            .. Redis.Settings,
        ]);
}
