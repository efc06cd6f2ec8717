namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>Draws an index in proportion to its weight.</summary>
internal sealed class WeightedChoice
{
    private readonly double[] _cumulative;

    public WeightedChoice(IEnumerable<double> weights)
    {
        var sum = 0.0;
        _cumulative = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>Weights that fall with the rank: a few items make most of the total.</summary>
    public static WeightedChoice ByRank(int count) => new(Enumerable.Range(1, count).Select(rank => 1.0 / (rank + 0.6)));

    public int Draw(SampleRandom random)
    {
        var found = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found, _cumulative.Length - 1);
    }
}
