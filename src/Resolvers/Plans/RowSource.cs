using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>A query whose rows a level selects from, filters, orders and pages as if they were stored.</summary>
internal abstract class RowSource;

/// <summary>Hits of a search: rows of <see cref="Schema.Gold.Computed.SearchHit"/>.</summary>
/// <param name="text">What is searched for.</param>
/// <param name="targets">The tables searched.</param>
internal sealed class SearchSource(ValueSource text, IReadOnlyList<SearchTarget> targets) : RowSource
{
    public ValueSource Text { get; } = text;

    public IReadOnlyList<SearchTarget> Targets { get; } = targets;
}

/// <summary>One table that can be searched.</summary>
/// <param name="Kind">Stored name of the kind of hit, for example <c>PART</c>.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The column that identifies a row; it is searched, too.</param>
/// <param name="Title">The column that names a row.</param>
internal sealed record SearchTarget(string Kind, GoldTable Table, GoldColumn Key, GoldColumn Title);

/// <summary>Rows of a table that differ between two snapshots: rows of <see cref="Schema.Gold.Computed.GoldDiffRow"/>.</summary>
/// <param name="table">The table that is compared.</param>
internal sealed class DiffSource(GoldTable table) : RowSource
{
    public GoldTable Table { get; } = table;
}

/// <summary>Rows of a part policy as they would be with another service level or lead time.</summary>
/// <param name="serviceLevel">The share of cycles without a stock-out, or null to keep the policy's own.</param>
/// <param name="leadTimeDays">The mean lead time, or null to keep the policy's own.</param>
internal sealed class PolicyScenarioSource(ValueSource? serviceLevel, ValueSource? leadTimeDays) : RowSource
{
    public ValueSource? ServiceLevel { get; } = serviceLevel;

    public ValueSource? LeadTimeDays { get; } = leadTimeDays;
}
