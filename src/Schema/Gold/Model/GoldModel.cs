using System.Collections.Frozen;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>All tables that are served, read once from their records. Everything else about a table follows from here.</summary>
public sealed class GoldModel
{
    private static readonly Lazy<GoldModel> Declared = new(() => GoldModelReader.Read(
        typeof(GoldModel).Assembly.GetTypes().Where(t => t.IsDefined(typeof(GoldTableAttribute), inherit: false))));

    private readonly FrozenDictionary<string, GoldTable> _byName;
    private readonly FrozenDictionary<string, GoldTable> _bySqlName;

    internal GoldModel(IReadOnlyList<GoldTable> tables, IReadOnlyList<GoldEnum> enums)
    {
        Tables = tables;
        Enums = enums;
        _byName = tables.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        _bySqlName = tables.ToFrozenDictionary(t => t.SqlName, StringComparer.Ordinal);
    }

    /// <summary>The model of this product.</summary>
    public static GoldModel Default => Declared.Value;

    /// <summary>All tables, ordered by name.</summary>
    public IReadOnlyList<GoldTable> Tables { get; }

    /// <summary>The tables that a snapshot holds.</summary>
    public IEnumerable<GoldTable> SnapshotTables => Tables.Where(t => t.Kind is not (TableKind.Operations or TableKind.Computed));

    /// <summary>The tables that record the service's own work.</summary>
    public IEnumerable<GoldTable> OperationsTables => Tables.Where(t => t.Kind is TableKind.Operations);

    /// <summary>The enums that columns use, ordered by name.</summary>
    public IReadOnlyList<GoldEnum> Enums { get; }

    /// <summary>The table with this GraphQL type name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public GoldTable Table(string name) => _byName[name];

    /// <summary>The table with this SQL name, or null.</summary>
    public GoldTable? FindSql(string sqlName) => _bySqlName.GetValueOrDefault(sqlName);

    /// <summary>A model of other records than the product's, for tests of what is made from a model.</summary>
    public static GoldModel Of(params Type[] records) => GoldModelReader.Read(records);
}

/// <summary>A closed set of values.</summary>
/// <param name="Type">The CLR enum.</param>
/// <param name="Description">What the set is about.</param>
/// <param name="Values">Its members in declaration order.</param>
public sealed record GoldEnum(Type Type, string Description, IReadOnlyList<GoldEnumValue> Values);

/// <summary>One value of an enum.</summary>
/// <param name="Name">The stored text and the GraphQL name, for example <c>PERSON_OR_CONTRACTOR</c>.</param>
/// <param name="Description">What it means.</param>
public sealed record GoldEnumValue(string Name, string Description);
