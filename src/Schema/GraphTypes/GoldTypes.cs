using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Filters;
using NovaCorrente.Schema.GraphTypes.Paging;
using NovaCorrente.Schema.GraphTypes.Scalars;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Schema.GraphTypes;

/// <summary>
/// The GraphQL types made from a model. Each exists once and is made when it is first asked for; it is known by name before its fields
/// are added, because tables refer to each other in circles.
/// </summary>
public sealed class GoldTypes
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);

    internal GoldTypes(GoldModel model, PagingOptions paging)
    {
        Model = model;
        Paging = paging;
        ConnectionNames = new ConnectionNames(model);
    }

    /// <summary>The model that the types are made from.</summary>
    public GoldModel Model { get; }

    internal PagingOptions Paging { get; }

    internal ConnectionNames ConnectionNames { get; }

    /// <summary>The object type of a table.</summary>
    public ObjectGraphType Object(GoldTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Named(
            table.Name,
            name => new ObjectGraphType { Name = name, Description = $"{table.Description} One row: {table.Grain}." },
            type => type.AddFields(MemberFields.Of(table, this)));
    }

    /// <summary>The type of one value of a column: a scalar or an enum, not wrapped.</summary>
    public IGraphType Value(GoldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Scalar is GoldScalar.Enum ? Enum(type.EnumType!) : Scalar(type.Scalar);
    }

    /// <summary>The scalar of a kind of value.</summary>
    public IGraphType Scalar(GoldScalar scalar) => ScalarTypes.Of(scalar, this);

    /// <summary>The enum type of a CLR enum that the model uses.</summary>
    public EnumerationGraphType Enum(Type type) => Named(type.Name, _ => GoldEnumType.Of(Model.Enums.First(e => e.Type == type)));

    /// <summary>The filter input of a table.</summary>
    public InputObjectGraphType Filter(GoldTable table) => FilterInputs.Of(table, this);

    /// <summary>The sort input of a table.</summary>
    public InputObjectGraphType Sort(GoldTable table) => SortInputs.Of(table, this);

    /// <summary>The connection type of this name, without the suffix, over the rows of a table.</summary>
    public ObjectGraphType Connection(string name, GoldTable table) => ConnectionTypes.Of(name, table, this);

    /// <summary>The full output type of a column.</summary>
    internal IGraphType Output(GoldType type)
    {
        var value = Value(type);
        var whole = type.IsList ? value.NonNull().ListOf() : value;
        return type.IsNullable ? whole : whole.NonNull();
    }

    /// <summary>The type of this name, made and completed at the first call.</summary>
    internal T Named<T>(string name, Func<string, T> create, Action<T>? complete = null)
        where T : class, IGraphType
    {
        if (_types.TryGetValue(name, out var known))
        {
            return (T)known;
        }

        var type = create(name);
        _types.Add(name, type);
        complete?.Invoke(type);
        return type;
    }
}
