using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphQL.Execution;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Scheduling;

namespace NovaCorrente.Host.Telemetry;

/// <summary>What answering requests tells of itself.</summary>
internal static class ApiTelemetry
{
    public const string Name = "NovaCorrente.Host";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Success = Meter.CreateCounter<long>("api.success", description: "Operations that were answered without errors.");

    private static readonly Counter<long> Error = Meter.CreateCounter<long>(
        "api.error", description: "Operations that were refused, failed or answered with errors, by outcome, code and whose fault it was.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "api.duration",
        "s",
        "Time from a request that has been read to its answer; of a subscription, to its stream.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("job.runs", description: "Jobs that ran by the clock, by outcome.");

    /// <summary>Begins the span of one operation.</summary>
    public static Trace Start() => new(Source.StartActivity("graphql"), Stopwatch.GetTimestamp());

    /// <summary>Counts an operation that was refused because its client asks too often, before it was looked at.</summary>
    public static void RateLimited() => Error.Add(
        1, new("type", "none"), new("outcome", nameof(OperationOutcome.RateLimited)), new("code", ErrorCodes.RateLimited), new("fault", "client"));

    /// <summary>Begins the span of a job that runs by the clock.</summary>
    public static Activity? StartJob(string name) => Source.StartActivity($"job {name}");

    /// <summary>Tells what came of a job that runs by the clock.</summary>
    public static void EndJob(Activity? activity, string name, WorkResult result)
    {
        Jobs.Add(1, new("job", name), new KeyValuePair<string, object?>("outcome", result.Outcome.ToString()));
        activity?.SetStatus(result.IsFailure ? ActivityStatusCode.Error : ActivityStatusCode.Ok, result.Detail);
    }

    /// <summary>One operation under way.</summary>
    internal sealed class Trace(Activity? activity, long started) : IDisposable
    {
        private string _type = "none";

        /// <summary>Tells which operation it is.</summary>
        public void Is(GraphQLOperationDefinition operation)
        {
            _type = operation.Operation switch
            {
                OperationType.Mutation => "mutation",
                OperationType.Subscription => "subscription",
                _ => "query",
            };
            if (activity is not null)
            {
                activity.DisplayName = operation.Name is { } name ? $"{_type} {name.StringValue}" : _type;
                activity.SetTag("graphql.operation.type", _type).SetTag("graphql.operation.name", operation.Name?.StringValue);
            }
        }

        /// <summary>Tells how it ended.</summary>
        public OperationResult End(OperationResult result)
        {
            var type = new KeyValuePair<string, object?>("type", _type);
            var error = result.Result.Errors?.FirstOrDefault(e => e is UnhandledError) ?? result.Result.Errors?.FirstOrDefault();
            if (error is null)
            {
                Success.Add(1, type);
            }
            else
            {
                var isOwnFault = error is UnhandledError || result.Outcome is OperationOutcome.Failed or OperationOutcome.Overloaded;
                Error.Add(
                    1,
                    type,
                    new("outcome", result.Outcome.ToString()),
                    new("code", error is UnhandledError ? "UNEXPECTED" : error.Code ?? "none"),
                    new("fault", isOwnFault ? "server" : "client"));
            }

            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, type);
            activity?.SetStatus(error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, error?.Message);
            return result;
        }

        public void Dispose() => activity?.Dispose();
    }
}
