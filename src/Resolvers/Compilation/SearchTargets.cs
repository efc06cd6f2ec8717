using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>What a search looks through: the tables that a hit can lead to, by their key and their name.</summary>
internal static class SearchTargets
{
    public static IReadOnlyList<SearchTarget> Of(GoldTable hits) => [.. hits.ToOne.Select(relation => new SearchTarget(
        Naming.Upper(relation.PropertyName),
        relation.Target,
        relation.Target.Key[0],
        relation.Target.Find("name") as GoldColumn ?? relation.Target.Column("displayName")))];
}
