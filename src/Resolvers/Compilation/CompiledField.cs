using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Sql;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>A gold field, compiled: what is asked and how it is written, and the statement that answers it.</summary>
internal sealed record CompiledField(GoldPlan Plan, SqlStatement Statement);
