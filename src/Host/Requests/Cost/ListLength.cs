using GraphQL;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>
/// How many items a field may answer. More than its page may hold is refused when it runs, so that no more than that is counted and the
/// client learns of the page's maximum instead of the cost's.
/// </summary>
internal sealed class ListLength
{
    private readonly (string Name, int? Default)[] _variables;
    private readonly int? _given;
    private readonly int _default;
    private readonly int _most;

    /// <param name="given">The largest size that is written in the document.</param>
    /// <param name="variables">Variables that give a size, and their defaults.</param>
    /// <param name="whenAbsent">The size when none is given.</param>
    /// <param name="most">The largest size.</param>
    public ListLength(int? given, IEnumerable<(string Name, int? Default)> variables, int whenAbsent, int most)
    {
        _variables = [.. variables];
        _given = given;
        _default = whenAbsent;
        _most = most;
        Constant = _variables.Length == 0 ? Bounded(given) : null;
    }

    /// <summary>A fixed number of items.</summary>
    public static ListLength Of(int items) => new(items, [], items, items);

    /// <summary>The number, where no variable decides it.</summary>
    public int? Constant { get; }

    public int Read(Inputs variables)
    {
        if (Constant is { } constant)
        {
            return constant;
        }

        var largest = _given;
        foreach (var (name, whenAbsent) in _variables)
        {
            var size = variables.TryGetValue(name, out var value) ? SizeOf(value) : whenAbsent;
            if (largest is null || size > largest)
            {
                largest = size ?? largest;
            }
        }

        return Bounded(largest);
    }

    private int Bounded(int? size) => Math.Clamp(size ?? _default, 0, _most);

    private int? SizeOf(object? value) => value switch
    {
        int size => size,
        null => null,
        _ => _most,
    };
}
