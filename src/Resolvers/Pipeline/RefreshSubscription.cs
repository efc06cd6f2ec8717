using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Adds the subscription <c>onGoldRefreshed</c>.</summary>
internal sealed class RefreshSubscription(
    IPipelineEvents events, OperationsDatabase database, GoldModel model, GoldQueries queries, TimeProvider time)
    : IGoldSchemaExtension
{
    private static readonly TimeSpan _retryDelay = TimeSpan.FromSeconds(1);

    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = schema.Types.Scalar(GoldScalar.Text);
        SubscriptionType.Of(schema).AddField(new FieldType
        {
            Name = "onGoldRefreshed",
            Description = "Every snapshot that becomes current, once queries are answered from it.",
            Arguments = new QueryArguments(new QueryArgument(text.NonNull().ListOf())
            {
                Name = "tables",
                Description = "Only snapshots in which one of these tables has changed, and only these tables; named as purchase_line or PurchaseLine.",
            }),
            ResolvedType = Type(schema.Types).NonNull(),
            Resolver = new FuncFieldResolver<object>(context => context.Source),
            StreamResolver = new SourceStreamResolver<object>(Stream),
        });
    }

    private ObjectGraphType Type(GoldTypes types)
    {
        var text = types.Scalar(GoldScalar.Text).NonNull();
        var counted = types.Scalar(GoldScalar.Long);
        var rows = counted.NonNull();
        var change = PayloadTypes.Object(
            "GoldTableRefresh",
            "How a table differs from the snapshot before; rows are matched by their key. Rows that were not counted are null.",
            PayloadTypes.Field<TableNews>("table", "Name of the table, for example purchase_line.", text, t => t.Name),
            PayloadTypes.Field<TableNews>("rowsBefore", "Rows in the snapshot before; 0 in the first. Unit: rows.", rows, t => t.RowsBefore),
            PayloadTypes.Field<TableNews>("rowsAfter", "Rows now. Unit: rows.", rows, t => t.Rows),
            PayloadTypes.Field<TableNews>("rowsAdded", "Rows whose key is new. Unit: rows.", counted, t => t.Added),
            PayloadTypes.Field<TableNews>("rowsChanged", "Rows whose key stayed and whose other columns differ. Unit: rows.", counted, t => t.Changed),
            PayloadTypes.Field<TableNews>("rowsRemoved", "Rows whose key is gone. Unit: rows.", counted, t => t.Removed));

        return PayloadTypes.Object(
            "GoldRefresh",
            "A snapshot that has become current.",
            PayloadTypes.Row("snapshot", "The snapshot; null when it is gone by retention already.", nameof(GoldSnapshot), types, queries),
            PayloadTypes.Field<GoldRefresh>(
                "tables", "The tables asked for, or all, whether they have changed or not.", change.NonNull().ListOf().NonNull(), r => r.Tables));
    }

    private EventStream<SnapshotNews> Stream(IResolveFieldContext context)
    {
        var names = context.GetArgument<IEnumerable<string>?>("tables")?.Select(SqlName).ToHashSet(StringComparer.Ordinal);
        return new EventStream<SnapshotNews>(
            events.SnapshotsServed,
            async (news, cancellationToken) =>
            {
                var tables = news.Tables.Where(t => names?.Contains(t.Name) ?? true).ToList();
                if (names is not null && !tables.Exists(t => t.IsChanged))
                {
                    return null;
                }

                await ListAsync(cancellationToken);
                return new GoldRefresh(news.Snapshot, tables);
            },
            context.CancellationToken);
    }

    // Who is told of a snapshot must find it in the list of snapshots, too. A lake that is away delays the news, but does not end the subscription.
    private async Task ListAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await database.RefreshAsync(cancellationToken);
                return;
            }
            catch (LakeException)
            {
                await Task.Delay(_retryDelay, time, cancellationToken);
            }
        }
    }

    private string SqlName(string name) =>
        model.SnapshotTables.FirstOrDefault(t => t.SqlName == name || t.Name == name)?.SqlName
        ?? throw new GoldError("UNKNOWN_TABLE", $"There is no gold table `{name}`.");
}
