namespace NovaCorrente.Bench;

/// <summary>
/// Two ways to do one thing, timed in turns. The quickest tenth tells what they cost; the median also what a busy machine adds to whoever
/// changes threads and processes more often.
/// </summary>
internal sealed class Comparison
{
    private readonly List<double> _first = [];
    private readonly List<double> _second = [];

    public (double First, double Second) QuickestTenth => (Quantile(_first, 0.1), Quantile(_second, 0.1));

    public (double First, double Second) Median => (Quantile(_first, 0.5), Quantile(_second, 0.5));

    public void Add(double first, double second)
    {
        _first.Add(first);
        _second.Add(second);
    }

    /// <summary>The ratio of the first to the second and the milliseconds behind it.</summary>
    public override string ToString()
    {
        var (a, b) = QuickestTenth;
        var (c, d) = Median;
        return $"ratio {a / b:F2} ({a:F2} ms to {b:F2} ms); of the medians {c / d:F2} ({c:F2} ms to {d:F2} ms)";
    }

    private static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));
}
