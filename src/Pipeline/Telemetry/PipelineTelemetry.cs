using System.Diagnostics;
using System.Diagnostics.Metrics;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Pipeline.Telemetry;

/// <summary>What the pipeline tells of its work: a span for each run, step and request to an S3 lake, and the figures over them.</summary>
public static class PipelineTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "NovaCorrente.Pipeline";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Success = Meter.CreateCounter<long>(
        "pipeline.success", description: "Runs that ended with usable gold: SUCCEEDED, UNCHANGED or DEGRADED.");

    private static readonly Counter<long> Error = Meter.CreateCounter<long>("pipeline.error", description: "Runs that failed or were aborted.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "pipeline.duration", "s", "Time of a run from its start to its end.", advice: Buckets(0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600));

    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram(
        "pipeline.step.duration", "s", "Time of one step of a run.", advice: Buckets(0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600));

    private static readonly Histogram<double> LakeDuration = Meter.CreateHistogram(
        "lake.operation.duration", "s", "Time of one operation of an S3 lake, retries included.", advice: Buckets(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    internal static Activity? StartRun(RunRecord run) => Source.StartActivity("pipeline.run")?
        .SetTag("pipeline.run.id", run.Id)
        .SetTag("pipeline.run.trigger", run.Trigger.ToString());

    internal static void EndRun(Activity? activity, RunRecord run, TimeProvider time)
    {
        var state = new KeyValuePair<string, object?>("state", run.State.ToString());
        var isUsable = run.State is RunState.Succeeded or RunState.Unchanged or RunState.Degraded;
        (isUsable ? Success : Error).Add(1, state);
        Duration.Record(((run.FinishedAt ?? time.GetUtcNow()) - run.StartedAt).TotalSeconds, state);
        activity?.SetTag("pipeline.run.state", run.State.ToString());
        activity?.SetStatus(isUsable ? ActivityStatusCode.Ok : ActivityStatusCode.Error, run.Reason);
    }

    internal static Activity? StartStep(string name, RunStage stage) => Source.StartActivity($"pipeline.step {name}")?.SetTag("pipeline.stage", stage.ToString());

    internal static void EndStep(Activity? activity, RunStep step)
    {
        if (step.FinishedAt is { } finished)
        {
            StepDuration.Record(
                (finished - step.StartedAt).TotalSeconds, new("stage", step.Stage.ToString()), new KeyValuePair<string, object?>("state", step.State.ToString()));
        }

        activity?.SetTag("pipeline.rows.in", step.RowsIn).SetTag("pipeline.rows.out", step.RowsOut);
        activity?.SetStatus(step.State is StepState.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, step.Note);
    }

    internal static Activity? StartLake(string operation, LakeLayer layer, string key) => Source.StartActivity($"lake.{operation}", ActivityKind.Client)?
        .SetTag("lake.layer", layer.ToString())
        .SetTag("lake.key", key);

    internal static void EndLake(Activity? activity, string operation, LakeLayer layer, long started, LakeException? fault)
    {
        LakeDuration.Record(
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            new("operation", operation),
            new("layer", layer.ToString()),
            new KeyValuePair<string, object?>("outcome", fault?.Fault.ToString() ?? "Done"));
        activity?.SetStatus(fault is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, fault?.Message);
    }

    private static InstrumentAdvice<double> Buckets(params IReadOnlyList<double> bounds) => new() { HistogramBucketBoundaries = bounds };
}
