using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>What the parts of one statement share: the parameters so far, the aliases of joins, and names that do not clash.</summary>
internal sealed class SqlBuilder(SqlDialect dialect, AccessScope access)
{
    private readonly List<SqlParameter> _parameters = [];
    private readonly Dictionary<(ValueSource, GoldType, Rounding), int> _numbers = [];
    private readonly Dictionary<Join, string> _aliases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ElementOperand, string> _elements = [];
    private readonly Dictionary<LevelPlan, string> _sources = new(ReferenceEqualityComparer.Instance);
    private int _names;

    public SqlDialect Dialect { get; } = dialect;

    public IReadOnlyList<SqlParameter> Parameters => _parameters;

    /// <summary>A name that no other part of the statement uses.</summary>
    public string Name(string prefix) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{_names++}");

    /// <summary>The placeholder of a parameter; equal sources share one.</summary>
    public string Parameter(ValueSource source, GoldType type, Rounding rounding = Rounding.NullIfInexact)
    {
        var key = (source, type with { IsNullable = false, IsList = false }, rounding);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _parameters.Add(new SqlParameter(source, key.Item2, rounding));
            number = _parameters.Count;
            _numbers.Add(key, number);
        }

        return Dialect.Parameter(number);
    }

    /// <summary>The alias under which a joined table is known.</summary>
    public string Alias(Join join)
    {
        if (!_aliases.TryGetValue(join, out var alias))
        {
            alias = Name("t");
            _aliases.Add(join, alias);
        }

        return alias;
    }

    /// <summary>What a level reads from: its table, or the expression that computes its rows.</summary>
    public string From(LevelPlan level) => _sources.TryGetValue(level, out var name) ? name : Table(level.Table);

    /// <summary>Makes a level read from a common table expression.</summary>
    public void ReadFrom(LevelPlan level, string name) => _sources.Add(level, name);

    public string Element(ElementOperand element)
    {
        if (!_elements.TryGetValue(element, out var name))
        {
            name = Name("e");
            _elements.Add(element, name);
        }

        return name;
    }

    public string Column(ColumnRef reference) => Column(Alias(reference.Join), reference.Column);

    /// <summary>
    /// A stored column, masked where the reader may not see it. Selections, filters, orders, groups and cursors all come through here, so
    /// none of them can tell more than the answer shows.
    /// </summary>
    /// <exception cref="GoldError">The column is not for this reader at all.</exception>
    public string Column(string alias, GoldColumn column)
    {
        Demand(column.RequiredRole);
        var stored = $"{alias}.{Dialect.Quote(column.SqlName)}";
        return column.PersonalData is not { } personal || access.SeesPersonalData ? stored
            : personal.KindProperty is not { } kind ? $"CASE WHEN {stored} IS NOT NULL THEN '{AccessScope.Mask}' END"
            : $"CASE WHEN {alias}.{Dialect.Quote(Naming.Snake(kind))} = '{personal.Kind}' THEN '{AccessScope.Mask}' ELSE {stored} END";
    }

    /// <summary>The name of a table; whatever reads one gets it here.</summary>
    /// <exception cref="GoldError">The table is not for this reader.</exception>
    public string Table(GoldTable table)
    {
        Demand(table.RequiredRole);
        return Dialect.Quote(table.SqlName);
    }

    /// <summary>The join conditions of a to-one relation.</summary>
    public string On(string from, ToOneRelation relation, string to) => string.Join(
        " AND ", relation.ForeignKey.Zip(relation.Target.Key, (foreign, key) => $"{Column(to, key)} = {Column(from, foreign)}"));

    private void Demand(Role role)
    {
        if (!access.Includes(role))
        {
            throw AccessErrors.RoleTooLow();
        }
    }
}
