using System.Collections.Frozen;
using System.Reflection;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>One table of the model, as read from its record.</summary>
public sealed class GoldTable
{
    private readonly string? _currentMark;
    private FrozenDictionary<string, GoldMember> _byFieldName = FrozenDictionary<string, GoldMember>.Empty;

    internal GoldTable(Type record, GoldTableAttribute declaration, string description)
    {
        Record = record;
        Name = record.Name;
        SqlName = Naming.Snake(record.Name);
        Kind = declaration.Kind;
        Singular = declaration.Singular;
        Plural = declaration.Plural;
        Grain = declaration.Grain;
        _currentMark = declaration.CurrentMark;
        RequiredRole = record.GetCustomAttribute<RequiresRoleAttribute>()?.Role ?? Role.Viewer;
        Description = FieldAccess.Described(description, RequiredRole);
    }

    /// <summary>The record that declares the table.</summary>
    public Type Record { get; }

    /// <summary>GraphQL type name, for example <c>PurchaseLine</c>.</summary>
    public string Name { get; }

    /// <summary>SQL table and Parquet file name, for example <c>purchase_line</c>.</summary>
    public string SqlName { get; }

    /// <summary>The role of the table in the model.</summary>
    public TableKind Kind { get; }

    /// <summary>Name of the by-key root field.</summary>
    public string Singular { get; }

    /// <summary>Name of the list root field.</summary>
    public string Plural { get; }

    /// <summary>What one row stands for.</summary>
    public string Grain { get; }

    /// <summary>What the table is for.</summary>
    public string Description { get; }

    /// <summary>The least role that may read the table.</summary>
    public Role RequiredRole { get; }

    /// <summary>Everything a row offers, in declaration order: columns and relations.</summary>
    public IReadOnlyList<GoldMember> Members { get; private set; } = [];

    /// <summary>The stored columns, in declaration order.</summary>
    public IReadOnlyList<GoldColumn> Columns { get; private set; } = [];

    /// <summary>The primary key.</summary>
    public IReadOnlyList<GoldColumn> Key { get; private set; } = [];

    /// <summary>The columns by which published rows are ordered; the key completes it.</summary>
    public IReadOnlyList<GoldColumn> Layout { get; private set; } = [];

    /// <summary>The column that marks the row that the by-key field answers without a key, if the table has one.</summary>
    public GoldColumn? CurrentMark => _currentMark is null ? null : Columns.First(c => c.PropertyName == _currentMark);

    /// <summary>Relations to one row of another table.</summary>
    public IReadOnlyList<ToOneRelation> ToOne { get; private set; } = [];

    /// <summary>Relations to many rows of another table.</summary>
    public IReadOnlyList<ToManyRelation> ToMany { get; private set; } = [];

    /// <summary>The member with this GraphQL field name, or null.</summary>
    public GoldMember? Find(string fieldName) => _byFieldName.GetValueOrDefault(fieldName);

    /// <summary>The column with this GraphQL field name.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public GoldColumn Column(string fieldName) =>
        Find(fieldName) as GoldColumn ?? throw new KeyNotFoundException($"{Name} has no column '{fieldName}'.");

    internal void Complete(IReadOnlyList<GoldMember> members, IReadOnlyList<string> layout)
    {
        Members = members;
        Columns = [.. members.OfType<GoldColumn>()];
        Key = [.. Columns.Where(c => c.IsKey)];
        ToOne = [.. members.OfType<ToOneRelation>()];
        ToMany = [.. members.OfType<ToManyRelation>()];
        _byFieldName = members.ToFrozenDictionary(m => m.FieldName, StringComparer.Ordinal);
        Layout = layout.Count == 0
            ? Key
            : [.. layout.Select(n => Columns.First(c => c.PropertyName == n)).Concat(Key).Distinct()];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
