using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>Chooses the scalar of a kind of value.</summary>
internal static class ScalarTypes
{
    public static string NameOf(GoldScalar scalar) => scalar switch
    {
        GoldScalar.Text => "String",
        GoldScalar.Date => "LocalDate",
        GoldScalar.Enum => throw new InvalidOperationException("An enum is named after its type."),
        _ => scalar.ToString(),
    };

    public static IGraphType Of(GoldScalar scalar, GoldTypes types) => scalar switch
    {
        GoldScalar.Text => types.Named<ScalarGraphType>(NameOf(scalar), _ => new StringGraphType()),
        GoldScalar.Boolean => types.Named<ScalarGraphType>(NameOf(scalar), _ => new BooleanGraphType()),
        GoldScalar.Int => types.Named<ScalarGraphType>(NameOf(scalar), _ => new IntGraphType()),
        GoldScalar.Float => types.Named<ScalarGraphType>(NameOf(scalar), _ => new FloatGraphType()),
        GoldScalar.Long => types.Named<ScalarGraphType>(NameOf(scalar), _ => new LongScalar()),
        GoldScalar.Decimal => types.Named<ScalarGraphType>(NameOf(scalar), _ => new DecimalScalar()),
        GoldScalar.Date => types.Named<ScalarGraphType>(NameOf(scalar), _ => new LocalDateScalar()),
        GoldScalar.DateTime => types.Named<ScalarGraphType>(NameOf(scalar), _ => new DateTimeScalar()),
        _ => throw new InvalidOperationException($"No scalar for {scalar}."),
    };
}
