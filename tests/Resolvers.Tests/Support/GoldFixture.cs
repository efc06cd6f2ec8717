using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Export;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Paging;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>The whole reading side over a database of random rows: schema, compiler, DuckDB, JSON.</summary>
public sealed class GoldFixture : IDisposable
{
    public const int Seed = 20_240_229;

    private readonly string _folder = Directory.CreateTempSubdirectory("nova-gold-").FullName;
    private readonly DocumentExecuter _executer;
    private readonly GraphQLSerializer _serializer = new(options => options.Converters.Add(new RawJsonConverter()));
    private readonly QueryDatabase _database;

    public GoldFixture()
        : this(new OpenAccessPolicy(), _ => { })
    {
    }

    /// <param name="access">What readers may see.</param>
    /// <param name="change">Changes the rows before they are stored.</param>
    internal GoldFixture(IAccessPolicy access, Action<GoldRows> change)
    {
        Rows = new GoldRows(GoldModel.Default, Seed, rowsPerTable: 60);
        change(Rows);
        var path = Path.Combine(_folder, "gold.duckdb");
        Rows.WriteTo(path);
        _database = QueryDatabase.Open(path, new QueryDatabaseOptions());
        var paging = new PagingOptions();
        Schema = new GoldSchema(GoldModel.Default, paging, [new GoldResolvers(new GoldQueries(new PlanCache(), paging, access))]);
        Schema.Initialize();
        var strategy = new GoldExecutionStrategy([new TestDatabases(_database)]);
        _executer = new DocumentExecuter(
            new GraphQLDocumentBuilder(), new GraphQL.Validation.DocumentValidator(), new DefaultExecutionStrategySelector(
                [new ExecutionStrategyRegistration(strategy, OperationType.Query)]), []);
    }

    public GoldSchema Schema { get; }

    internal GoldRows Rows { get; }

    /// <summary>The database, for statements of a test's own.</summary>
    internal QueryDatabase Database => _database;

    /// <summary>Parses a document once, so that the plans of its fields can be found again.</summary>
    public static GraphQLDocument Parse(string query) => GraphQLParser.Parser.Parse(query);

    public Task<JsonDocument> ExecuteAsync(string query, string? variables = null, bool explain = false, ExportRequest? export = null) =>
        ExecuteAsync(Parse(query), variables is null ? null : _serializer.Deserialize<Inputs>(variables), explain, export);

    public Task<JsonDocument> ExecuteAsync(GraphQLDocument document, string variables, bool explain = false) =>
        ExecuteAsync(document, _serializer.Deserialize<Inputs>(variables), explain);

    public async Task<JsonDocument> ExecuteAsync(
        GraphQLDocument document,
        Inputs? variables = null,
        bool explain = false,
        ExportRequest? export = null,
        CancellationToken cancellationToken = default)
    {
        var result = await _executer.ExecuteAsync(options =>
        {
            options.Schema = Schema;
            options.Document = document;
            options.Query = document.Source.ToString();
            options.Variables = variables;
            options.CancellationToken = cancellationToken;
            options.ValidationRules = GraphQL.Validation.DocumentValidator.CoreRules.Append(new WrittenOrderRule());
            options.ThrowOnUnhandledException = true;
            if (export is not null)
            {
                options.UserContext[ExportRequest.ContextKey] = export;
            }

            if (explain)
            {
                options.UserContext[Explanation.Requested] = true;
            }
        });
        using var stream = new MemoryStream();
        await _serializer.WriteAsync(stream, result, CancellationToken.None);
        return JsonDocument.Parse(stream.ToArray());
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class TestDatabases(QueryDatabase database) : IQueryDatabases, IDatabaseLease
    {
        public QueryDatabase Database => database;

        public string? SnapshotId => "test";

        public bool Serves(GoldTable table) => true;

        public ValueTask<IDatabaseLease> LeaseAsync(string? asOf, CancellationToken cancellationToken) => new(this);

        public void Dispose()
        {
        }
    }
}
