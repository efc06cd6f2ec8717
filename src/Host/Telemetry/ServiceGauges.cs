using System.Diagnostics.Metrics;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Requests.Admission;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Host.Telemetry;

/// <summary>How the service stands whenever somebody looks: age of gold, last runs, work at hand.</summary>
internal sealed class ServiceGauges : IHostedService
{
    public ServiceGauges(
        IMeterFactory meters, IGoldStatus gold, RunWatch runs, ExecutionGate gate, DocumentCompiler documents, IEnumerable<RedisConnection> redis, TimeProvider time)
    {
        var meter = meters.Create(ApiTelemetry.Name);
        meter.CreateObservableGauge(
            "gold.snapshot.age",
            () => One(gold.Current is { } snapshot ? (time.GetUtcNow() - snapshot.CreatedAt).TotalSeconds : (double?)null),
            "s",
            "Time since the snapshot was made that is served.");
        meter.CreateObservableGauge(
            "gold.snapshot.number", () => One((double?)gold.Current?.Number), description: "Number of the snapshot that is served.");
        meter.CreateObservableGauge(
            "pipeline.last.success.age",
            () => One((time.GetUtcNow() - runs.NewestUsable?.FinishedAt)?.TotalSeconds),
            "s",
            "Time since a run last ended with usable gold.");
        meter.CreateObservableGauge(
            "pipeline.last.state",
            () => runs.Newest is { } run
                ? Enum.GetValues<RunState>().Where(IsEnd).Select(state => new Measurement<double>(state == run.State ? 1 : 0, new KeyValuePair<string, object?>("state", state.ToString())))
                : [],
            description: "1 for the state in which the newest run ended, 0 for the others.");
        meter.CreateObservableGauge("api.executing", () => gate.Load.Executing, description: "Operations that are executed now.");
        meter.CreateObservableGauge("api.waiting", () => gate.Load.Waiting, description: "Operations that wait for their turn.");
        meter.CreateObservableGauge(
            "redis.connected", () => redis.Select(connection => new Measurement<int>(connection.IsConnected ? 1 : 0)), description: "1 while Redis answers, 0 while it does not.");
        meter.CreateObservableGauge("graphql.documents.cached", () => documents.CachedDocuments, description: "Documents that are kept parsed and validated.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<Measurement<double>> One(double? value) => value is { } known ? [new Measurement<double>(known)] : [];

    private static bool IsEnd(RunState state) => state is not (RunState.Queued or RunState.Running);
}
