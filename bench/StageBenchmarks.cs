using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Json;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Sql;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Bench;

/// <summary>The stages of one query by themselves: selection to statement, statement to rows, rows to JSON.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const string Query =
        "{ purchaseLines(first: 1000, where: { quantity: { gt: 5 } }) { nodes { lineId quantity requestedOn orderedOn unit part { name familyName } } } }";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"nova-bench-{Guid.NewGuid():N}.duckdb");
    private readonly GoldTable _table = GoldModel.Default.Table("PurchaseLine");
    private GraphQLDocument _document = null!;
    private IObjectGraphType _connection = null!;
    private QueryDatabase _database = null!;
    private ConnectionLease _lease;
    private CompiledField _compiled = null!;
    private QueryResult _rows = null!;
    private List<ColumnChunk> _chunks = null!;

    /// <summary>Fills a table of 100,000 lines and compiles the query once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Fill();
        var schema = new GoldSchema(GoldModel.Default);
        schema.Initialize();
        _document = Parser.Parse(Query);
        _connection = SelectionCompiler.TypeOf(schema.Query.Fields.Find("purchaseLines")!);
        _database = QueryDatabase.Open(_path, new QueryDatabaseOptions());
        _lease = _database.LeaseAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        _compiled = Compile();
        (_rows, _chunks) = Fetch();
    }

    /// <summary>Closes the database.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _chunks.ForEach(c => c.Dispose());
        _rows.Dispose();
        _lease.Dispose();
        _database.Dispose();
        File.Delete(_path);
    }

    /// <summary>Selection to plan to SQL text.</summary>
    [Benchmark]
    public int CompileStage() => Compile().Statement.Text.Length;

    /// <summary>Bind, execute and fetch 1,000 rows.</summary>
    [Benchmark]
    public int ExecuteStage()
    {
        var (result, chunks) = Fetch();
        chunks.ForEach(c => c.Dispose());
        result.Dispose();
        return chunks.Count;
    }

    /// <summary>1,000 rows of seven values to JSON.</summary>
    [Benchmark]
    public int JsonStage()
    {
        using var json = new JsonBuffer();
        using var writer = new ResponseWriter(json, Binding());
        writer.List(_compiled.Plan, _chunks);
        return json.Length;
    }

    private static BindingContext Binding() => new(Variables.None, new PagingOptions());

    private CompiledField Compile()
    {
        var field = (GraphQLField)_document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet.Selections[0];
        var plan = new SelectionCompiler(_document, Variables.None).List(field, _table, _connection);
        return new CompiledField(plan, StatementWriter.Write(plan, DuckDbDialect.Instance, AccessScope.Full));
    }

    private (QueryResult Result, List<ColumnChunk> Chunks) Fetch()
    {
        var query = _lease.Connection.Prepare(_compiled.Statement.Text);
        ParameterBinder.Bind(query, _compiled.Statement.Parameters, Binding());
        var result = query.Execute(streaming: false, CancellationToken.None);
        var chunks = new List<ColumnChunk>();
        while (result.Next() is { } chunk)
        {
            chunks.Add(chunk);
        }

        return (result, chunks);
    }

    private void Fill()
    {
        using var connection = new DuckDBConnection($"Data Source={_path}");
        connection.Open();
        foreach (var table in GoldModel.Default.SnapshotTables)
        {
            Run(connection, $"CREATE TABLE \"{table.SqlName}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.SqlName}\" {c.Type.DuckDbName}"))})");
        }

        Run(connection, "INSERT INTO part (part_code, name, family_name, unit, is_service) SELECT 'P' || i, 'Part number ' || i, 'Family ' || i % 40, 'UN', false FROM range(5000) t(i)");
        Run(connection, """
            INSERT INTO purchase_line (line_id, part_code, family_name, quantity, unit, requested_on, ordered_on)
            SELECT printf('%08d', i), 'P' || hash(i) % 5000, 'Family 1', (hash(i) % 1000) / 4, 'UN', DATE '2024-01-01' + (i // 300)::INTEGER, DATE '2024-01-05'
            FROM range(100000) t(i)
            """);
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
