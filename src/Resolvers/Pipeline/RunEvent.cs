using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>
/// A state that a run was in. Whatever is asked of it is answered as of that state, even if the run has moved on meanwhile: the event
/// brings its own view of the operations tables.
/// </summary>
internal sealed class RunEvent(RunRecord run, OperationsDatabase database) : IGoldRow, IQueryDatabases
{
    public IReadOnlyList<object> Key { get; } = [run.Id];

    public bool Serves(GoldTable table) => table.Kind is TableKind.Operations;

    public ValueTask<IDatabaseLease> LeaseAsync(string? asOf, CancellationToken cancellationToken) => database.LeaseAsOfAsync(run, cancellationToken);
}
