using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>The weights of a schema, read once.</summary>
internal sealed class CostWeights
{
    private readonly ConcurrentDictionary<IMetadataReader, double> _weights = new(ReferenceEqualityComparer.Instance);

    /// <summary>A field that answers objects or a list counts one unless the schema says otherwise; a plain value is free.</summary>
    public double OfField(FieldType field) => _weights.GetOrAdd(
        field, static (_, type) => type.ReadCostWeight() ?? (IsComposite(type.ResolvedType!) || IsList(type.ResolvedType!) ? 1 : 0), field);

    public double OfArgument(QueryArgument argument) => _weights.GetOrAdd(argument, static (_, a) => a.ReadCostWeight() ?? OfInput(a.ResolvedType!), argument);

    public double OfInputField(FieldType field) => _weights.GetOrAdd(field, static (_, f) => f.ReadCostWeight() ?? OfInput(f.ResolvedType!), field);

    public static bool IsComposite(IGraphType type) => type.GetNamedType() is IComplexGraphType and not IInputObjectGraphType or UnionGraphType;

    private static bool IsList(IGraphType type) => type is ListGraphType || (type is NonNullGraphType { ResolvedType: { } inner } && IsList(inner));

    private static double OfInput(IGraphType type) => type.GetNamedType() is IInputObjectGraphType ? 1 : 0;
}
