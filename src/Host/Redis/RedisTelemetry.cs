using System.Diagnostics;
using System.Diagnostics.Metrics;
using NovaCorrente.Host.Telemetry;

namespace NovaCorrente.Host.Redis;

/// <summary>What asking Redis tells of itself.</summary>
internal static class RedisTelemetry
{
    private static readonly ActivitySource Source = new(ApiTelemetry.Name);
    private static readonly Meter Meter = new(ApiTelemetry.Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "redis.operation.duration",
        "s",
        "Time that Redis took to answer, or that was waited for it.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] });

    /// <summary>Begins the span of one question; disposing of it ends it.</summary>
    public static Question Ask() => new(Source.StartActivity("redis", ActivityKind.Client)?.SetTag("db.system.name", "redis"));

    internal sealed class Question(Activity? activity) : IDisposable
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private bool _answered;

        public void Answered() => _answered = true;

        public void Dispose()
        {
            Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>("outcome", _answered ? "answered" : "absent"));
            activity?.SetStatus(_answered ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            activity?.Dispose();
        }
    }
}
