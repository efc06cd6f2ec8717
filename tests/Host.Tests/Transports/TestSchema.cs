using GraphQL;
using GraphQL.Types;

namespace NovaCorrente.Host.Tests.Transports;

/// <summary>A schema with one field for each thing that a transport must get right.</summary>
internal sealed class TestSchema : global::GraphQL.Types.Schema
{
    private int _count;
    private int _floodsLeft;

    public TestSchema()
    {
        var node = new ObjectGraphType { Name = "Node" };
        node.Field<StringGraphType>("name").Resolve(_ => "node");
        node.Field("self", node).Resolve(_ => new object());

        var filter = new InputObjectGraphType { Name = "Filter" };
        filter.Field<IntGraphType>("eq");
        filter.Field<NonNullGraphType<StringGraphType>>("unit");

        var query = new ObjectGraphType { Name = "Query" };
        query.Field<NonNullGraphType<StringGraphType>>("hello").Argument<StringGraphType>("name").Resolve(x => $"Olá, {x.GetArgument("name", "mundo")}!");
        query.Field("node", node).Resolve(_ => new object());
        query.Field<IntGraphType>("match").Arguments(new QueryArgument(filter) { Name = "where" }).Resolve(_ => 1);
        query.Field<StringGraphType>("fail").Resolve(_ => throw new FormatException("the secret insides"));
        query.Field<StringGraphType>("refuse").Resolve(_ => throw new ExecutionError("Not this one.") { Code = "HC0051", Extensions = new() { ["requestedItems"] = 99 } });
        query.Field<NonNullGraphType<StringGraphType>>("hole").Resolve(_ => null);
        query.Field<StringGraphType>("slow").ResolveAsync(async x =>
        {
            await Task.Delay(Timeout.Infinite, x.CancellationToken);
            return null;
        });
        query.Field<StringGraphType>("big").Argument<IntGraphType>("size").Resolve(x => new string('x', x.GetArgument<int>("size")));
        query.Field<StringGraphType>("user").Resolve(x => x.User?.Identity?.Name);
        Query = query;

        var mutation = new ObjectGraphType { Name = "Mutation" };
        mutation.Field<NonNullGraphType<IntGraphType>>("increment").Resolve(_ => Interlocked.Increment(ref _count));
        Mutation = mutation;

        var subscription = new ObjectGraphType { Name = "Subscription" };
        subscription.Field<NonNullGraphType<IntGraphType>>("count")
            .Argument<IntGraphType>("to")
            .Argument<IntGraphType>("failAt")
            .Resolve(x => x.Source is int value && value == x.GetArgument("failAt", -1) ? throw new ExecutionError("Bad event.") { Code = "HC0051" } : x.Source)
            .ResolveStream(x => new Ticks(x.GetArgument("to", 3)));
        subscription.Field<StringGraphType>("flood").Argument<IntGraphType>("size")
            .Resolve(x => new string('x', x.GetArgument("size", 1000)))
            .ResolveStream(_ => new Ticks(int.MaxValue, () => Interlocked.Increment(ref _floodsLeft)));
        subscription.Field<StringGraphType>("never").Resolve(_ => null).ResolveStream(_ => Sources);
        subscription.Field<StringGraphType>("broken").Resolve(_ => null).ResolveStream(_ => throw new ExecutionError("No such stream.") { Code = "HC0051" });
        Subscription = subscription;
    }

    /// <summary>How many subscriptions to <c>flood</c>, which never completes, have been given up.</summary>
    public int FloodsLeft => Volatile.Read(ref _floodsLeft);

    /// <summary>Counts the subscribers of <c>never</c>, whose events never come.</summary>
    public Silence Sources { get; } = new();

    internal sealed class Silence : IObservable<object?>
    {
        private int _subscribers;

        public int Subscribers => Volatile.Read(ref _subscribers);

        public IDisposable Subscribe(IObserver<object?> observer)
        {
            Interlocked.Increment(ref _subscribers);
            return new Ending(() => Interlocked.Decrement(ref _subscribers));
        }
    }

    /// <summary>1, 2, 3, … as fast as a thread can push.</summary>
    private sealed class Ticks(int to, Action? onLeft = null) : IObservable<object?>
    {
        public IDisposable Subscribe(IObserver<object?> observer)
        {
            var stop = new CancellationTokenSource();
            _ = Task.Run(() =>
            {
                for (var i = 1; i <= to && !stop.IsCancellationRequested; i++)
                {
                    observer.OnNext(i);
                }

                observer.OnCompleted();
            });
            return new Ending(() =>
            {
                stop.Cancel();
                onLeft?.Invoke();
            });
        }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
