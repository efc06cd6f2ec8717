using System.Diagnostics;
using System.Diagnostics.Metrics;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Resolvers.Telemetry;

/// <summary>What answering gold fields tells of itself: a span for each field and statement, and the figures over them.</summary>
public static class GoldTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "NovaCorrente.Resolvers";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Buckets =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private static readonly Counter<long> PlanLookups = Meter.CreateCounter<long>(
        "gold.plan.lookups", description: "Plans that were found in the cache or had to be made.");

    private static readonly Histogram<double> StatementDuration = Meter.CreateHistogram(
        "duckdb.statement.duration", "s", "Time of one DuckDB statement; of a file, to its first rows.", advice: Buckets);

    private static readonly Histogram<double> WaitDuration = Meter.CreateHistogram(
        "duckdb.connection.wait.duration", "s", "Time that a statement waited for a free connection.", advice: Buckets);

    internal static Activity? StartField(GoldField gold) => Source.StartActivity($"gold.{gold.Kind}")?.SetTag("gold.table", gold.Table.SqlName);

    internal static void Planned(bool cached)
    {
        PlanLookups.Add(1, new KeyValuePair<string, object?>("result", cached ? "hit" : "miss"));
        Activity.Current?.SetTag("gold.plan.cached", cached);
    }

    internal static void Waited(long started) => WaitDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>Runs a statement. Its text is told, its values never are.</summary>
    internal static T Statement<T>(string sql, Func<T> execute)
    {
        using var activity = Source.StartActivity("duckdb.statement", ActivityKind.Client)?.SetTag("db.system.name", "duckdb").SetTag("db.query.text", sql);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = execute();
            outcome = "done";
            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            StatementDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
            activity?.SetStatus(outcome == "done" ? ActivityStatusCode.Ok : ActivityStatusCode.Error, outcome);
        }
    }
}
