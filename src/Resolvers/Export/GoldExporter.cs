using GraphQL;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Resolvers.Export;

/// <summary>Begins the query of an export and keeps what it needs open beyond the execution of the operation.</summary>
internal static class GoldExporter
{
    /// <exception cref="GoldError">The selection is no flat list, or a second field wants to be exported.</exception>
    public static async Task PrepareAsync(
        ExportRequest request, IResolveFieldContext context, CompiledField compiled, BindingContext binding, IQueryDatabases databases, string? asOf, int? mostRows)
    {
        if (request.Prepared is not null)
        {
            throw new GoldError("GOLD_EXPORT_ONE_FIELD", "An export answers exactly one root field.");
        }

        var columns = ExportColumn.Of(compiled.Plan);
        if (compiled.Plan.Level.Page is { } page && binding.TailSize(page) is not null)
        {
            throw new GoldError("GOLD_EXPORT_FIRST_OR_LAST", "An export takes `first` or `last`, not both.");
        }

        // The deadline of a request is for its first row; a large file may take longer, as long as somebody reads it.
        var ending = new CancellationTokenSource();
        var database = await databases.LeaseAsync(asOf, context.CancellationToken);
        ConnectionLease? connection = null;
        QueryResult? result = null;
        try
        {
            await using var beginning = context.CancellationToken.UnsafeRegister(static e => ((CancellationTokenSource)e!).Cancel(), ending);
            connection = await database.Database.LeaseAsync(context.CancellationToken);
            result = GoldQueries.Execute(compiled, binding, connection.Value.Connection, streaming: true, ending.Token);
            request.Prepared = new GoldExport(
                request, FileName(request, context, database), columns, database, connection.Value, result, result.Next(), ending)
            {
                MostRows = mostRows,
            };
        }
        catch
        {
            result?.Dispose();
            connection?.Dispose();
            database.Dispose();
            ending.Dispose();
            throw;
        }
    }

    private static string FileName(ExportRequest request, IResolveFieldContext context, IDatabaseLease database)
    {
        var name = context.Operation.Name?.StringValue ?? context.FieldAst.Alias?.Name.StringValue ?? context.FieldAst.Name.StringValue;
        return $"{name}{(database.SnapshotId is { } id ? "-" + id : "")}.{request.Format.Extension()}";
    }
}
