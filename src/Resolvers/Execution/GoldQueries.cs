using GraphQL;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Sql;
using NovaCorrente.Resolvers.Telemetry;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>From a field of a request to the rows that answer it; what is made of the rows is up to the caller.</summary>
internal sealed class GoldQueries(PlanCache plans, PagingOptions paging, IAccessPolicy access)
{
    private static readonly PagingOptions Unlimited = new() { MaxPageSize = int.MaxValue - 1 };

    // A file without a size is as long as a page may be, for those whose files have limits.
    private readonly PagingOptions _limited = new() { DefaultPageSize = paging.MaxPageSize, MaxPageSize = paging.MaxPageSize };

    /// <summary>The plan and the statement of a field, from the cache if a request of the same structure came before.</summary>
    public CompiledField Compile(GoldField gold, IResolveFieldContext context, bool isExport, out bool cached)
    {
        var scope = access.ScopeOf(context.User);
        var key = new PlanKey(
            context.Operation.Name?.StringValue ?? "", string.Join('.', context.ResponsePath), VariableShape.Of(context.Variables), scope, isExport);
        var compiled = plans.GetOrAdd(context.Document, key, () => Compile(gold, context, scope, isExport), out cached);
        GoldTelemetry.Planned(cached);
        return compiled;
    }

    /// <summary>What this execution adds to the plan.</summary>
    public BindingContext Bind(IResolveFieldContext context, IReadOnlyList<object>? ownerKey, bool isExport) =>
        new(context.Variables, !isExport ? paging : ExportsAll(access.ScopeOf(context.User)) ? Unlimited : _limited, ownerKey);

    /// <summary>Rows that a file may have for the caller; null when there is no limit.</summary>
    public int? ExportLimit(IResolveFieldContext context) => ExportsAll(access.ScopeOf(context.User)) ? null : paging.MaxPageSize;

    /// <summary>Runs the statement; the caller disposes of the result.</summary>
    /// <exception cref="GoldError">The values of this request do not fit.</exception>
    public static QueryResult Execute(
        CompiledField compiled, BindingContext binding, QueryConnection connection, bool streaming, CancellationToken cancellationToken)
    {
        var query = Prepare(compiled, connection);
        ParameterBinder.Bind(query, compiled.Statement.Parameters, binding);
        return GoldTelemetry.Statement(compiled.Statement.Text, () => query.Execute(streaming, cancellationToken));
    }

    private static PreparedQuery Prepare(CompiledField compiled, QueryConnection connection)
    {
        try
        {
            return connection.Prepare(compiled.Statement.Text);
        }
        catch (QueryException e) when (e.IsUnknownName)
        {
            throw new GoldError(
                "GOLD_SNAPSHOT_TOO_OLD",
                "The snapshot was published before a table or column that is asked for was declared. Run the pipeline, or ask for a later snapshot.");
        }
    }

    private static CompiledField Compile(GoldField gold, IResolveFieldContext context, AccessScope scope, bool isExport)
    {
        var compiler = new SelectionCompiler(context.Document, context.Variables);
        var (field, type) = (context.FieldAst, SelectionCompiler.TypeOf(context.FieldDefinition));
        var plan = gold.Kind switch
        {
            GoldFieldKind.List => compiler.List(field, gold.Table, type),
            GoldFieldKind.Aggregate => compiler.Aggregate(field, gold.Table, type),
            GoldFieldKind.Search => compiler.Search(field, gold.Table, type),
            GoldFieldKind.Diff => compiler.Diff(field, gold.Table, type),
            GoldFieldKind.PolicyScenario => compiler.PolicyScenario(field, gold.Table, type),
            GoldFieldKind.Row => compiler.Row(field, gold.Table, type),
            GoldFieldKind.ByKey => compiler.ByKey(field, gold.Table, type),
            _ => throw new InvalidOperationException($"{gold.Kind} is no field that is asked by itself."),
        };
        ThrowIfAny(compiler.Refused, context);
        if (isExport)
        {
            plan.Level.IsFile = true;
            plan.Level.NeedsTotal = false;
            plan.Level.IsUnbounded = ExportsAll(scope) && plan.Level.Page is { First: null, Last: null };
        }

        return new CompiledField(plan, StatementWriter.Write(plan, DuckDbDialect.Instance, scope));
    }

    // A field throws one error; those before it in the document stand before it in the answer.
    private static void ThrowIfAny(IReadOnlyList<GoldError> errors, IResolveFieldContext context)
    {
        foreach (var error in errors.SkipLast(1))
        {
            error.Path = context.ResponsePath;
            context.Errors.Add(error);
        }

        if (errors.Count > 0)
        {
            throw errors[^1];
        }
    }

    private static bool ExportsAll(AccessScope scope) => scope.Includes(Role.Analyst);
}
