using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Paging;

/// <summary>The four arguments that choose a page.</summary>
public static class PagingArguments
{
    /// <summary>Size of a page counted from the start.</summary>
    public const string First = "first";

    /// <summary>Cursor before which nothing is taken.</summary>
    public const string After = "after";

    /// <summary>Size of a page counted from the end.</summary>
    public const string Last = "last";

    /// <summary>Cursor from which on nothing is taken.</summary>
    public const string Before = "before";

    internal static IEnumerable<QueryArgument> Create(GoldTypes types)
    {
        var size = $"at most {types.Paging.MaxPageSize}; {types.Paging.DefaultPageSize} when neither first nor last is given";
        yield return Argument(First, types.Scalar(GoldScalar.Int), $"How many rows to take from the start: {size}.");
        yield return Argument(After, types.Scalar(GoldScalar.Text), "Take only rows that come after this cursor.");
        yield return Argument(Last, types.Scalar(GoldScalar.Int), $"How many rows to take from the end: {size}.");
        yield return Argument(Before, types.Scalar(GoldScalar.Text), "Take only rows that come before this cursor.");
    }

    private static QueryArgument Argument(string name, IGraphType type, string description) =>
        new(type) { Name = name, Description = description };
}
