using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Changes the source, has it published, and takes away one server after another meanwhile.</summary>
internal sealed class SoakDriver(SoakCluster cluster, SoakSource source, SoakLedger ledger, IReadOnlyList<SoakListener> listeners, int seed)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>How often what happened, for the report.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>
    /// Publishes revision after revision with a disturbance during each, for some time, and until each disturbance has been and the clients have come
    /// across the last revision.
    /// </summary>
    public async Task RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        (string Name, Func<Task> Do)[] disturbances =
        [
            ("nothing", () => Task.CompletedTask),
            ("Redis killed", RestartRedisAsync),
            ("S3 killed", RestartLakeAsync),
            ("host restarted", RestartHostAsync),
            ("S3 hanging", HangLakeAsync),
        ];
        for (var i = 0; i < disturbances.Length || Stopwatch.GetElapsedTime(started) < duration; i++)
        {
            var (name, disturb) = disturbances[i % disturbances.Length];
            Count($"with {name}");
            var publishing = PublishAsync();
            await disturb();
            await publishing;
        }

        using var limit = new CancellationTokenSource(_patience);
        while (!ledger.Revisions.Values.Contains(source.Revision) && !limit.IsCancellationRequested)
        {
            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    /// <summary>Publishes the next revision and waits until both replicas serve it and have told their subscribers.</summary>
    public async Task PublishAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        var connections = listeners.Select(listener => (Listener: listener, Told: listener.Told)).ToList();
        var revision = source.WriteNext();
        try
        {
            await RunToEndAsync(limit.Token);
            foreach (var replica in cluster.Replicas)
            {
                await UntilAsync(async () => replica.IsReady && await RevisionAtAsync(replica, limit.Token) == revision, limit.Token);
            }

            var current = (string)(await AskAsync("{ goldSnapshot { id } }", limit.Token))!["goldSnapshot"]!["id"]!;
            ledger.AddPast(current, revision);
            foreach (var (listener, told) in connections)
            {
                await UntilAsync(() => Task.FromResult(told is null || told != listener.Told || listener.Heard(told, current)), limit.Token);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            ledger.Fault($"Revision {revision} was not served and told everywhere within {_patience.TotalMinutes:0} minutes.");
        }
    }

    private async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var payload = (await AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }", cancellationToken))?["runPipeline"];
            var outcome = payload?["pipelineRun"] is { } run ? await EndOfAsync((string)run["id"]!, cancellationToken) : (string?)payload?["errors"]?[0]?["__typename"] ?? "no answer";
            Count($"run: {outcome}");
            if (outcome is "SUCCEEDED" or "UNCHANGED")
            {
                return;
            }

            await Task.Delay(_pause * 3, cancellationToken);
        }
    }

    private async Task<string> EndOfAsync(string run, CancellationToken cancellationToken)
    {
        var state = "";
        await UntilAsync(
            async () =>
            {
                state = (string?)(await AskAsync($"{{ pipelineRun(id: \"{run}\") {{ state }} }}", cancellationToken))?["pipelineRun"]?["state"] ?? "";
                return state is not ("" or "QUEUED" or "RUNNING");
            },
            cancellationToken);
        return state;
    }

    private static async Task<int> RevisionAtAsync(SoakReplica replica, CancellationToken cancellationToken)
    {
        var query = $"{{ parts(first: 1, where: {{ name: {{ startsWith: \"{SoakSource.Name}\" }} }}) {{ nodes {{ name }} }} }}";
        var nodes = (await replica.Process.AnswerAsync(query, cancellationToken))["data"]?["parts"]?["nodes"]?.AsArray();
        return nodes is [{ } part] ? SoakSource.RevisionIn((string)part["name"]!) : 0;
    }

    // Null when there was an error; whoever asks asks again.
    private async Task<JsonNode?> AskAsync(string query, CancellationToken cancellationToken)
    {
        var replica = await cluster.PickAsync(_random, cancellationToken);
        return (await replica.Process.AnswerAsync(query, cancellationToken))["data"];
    }

    private async Task RestartRedisAsync()
    {
        await cluster.Redis.KillAsync();
        await SomeTimeAsync();
        await cluster.Redis.StartAgainAsync();
    }

    private async Task RestartLakeAsync()
    {
        await SomeTimeAsync();
        await cluster.Lake.KillAsync();
        await SomeTimeAsync();
        await cluster.Lake.StartAgainAsync();
    }

    private async Task HangLakeAsync()
    {
        await SomeTimeAsync();
        await cluster.Lake.PauseAsync();
        await Task.Delay(TimeSpan.FromSeconds(_random.Next(3, 8)));
        await cluster.Lake.ResumeAsync();
    }

    private async Task RestartHostAsync()
    {
        await SomeTimeAsync();
        var replica = cluster.Replicas[_next++ % cluster.Replicas.Count];
        if (await cluster.RestartAsync(replica) is var code and not 0)
        {
            ledger.Fault($"Replica {replica.Name} ended with code {code} when it was told to.");
        }
    }

    private Task SomeTimeAsync() => Task.Delay(_random.Next(500, 2500));

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition())
        {
            await Task.Delay(_pause, cancellationToken);
        }
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
}
