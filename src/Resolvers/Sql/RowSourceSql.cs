using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells the queries that compute rows.</summary>
internal static class RowSourceSql
{
    public static string Write(RowSource source, SqlBuilder sql) => source switch
    {
        GroupPlan groups => new GroupSql(groups, sql).Groups(),
        SearchSource search => new SearchSql(search, sql).Hits(),
        DiffSource diff => new DiffSql(diff, sql).Rows(),
        PolicyScenarioSource scenario => new PolicyScenarioSql(scenario, sql).Rows(),
        _ => throw new InvalidOperationException($"No SQL for {source.GetType().Name}."),
    };
}
