namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>Which line gets which defect: fixed distances, so that every kind is there in a small sample and as frequent in a large one.</summary>
internal static class DefectPlan
{
    // Primes, so that two kinds seldom meet on one line; the first of them wins then.
    private static readonly (LineDefect Defect, int First, int Every)[] Plan =
    [
        (LineDefect.RequestNotAvailable, 17, 233),
        (LineDefect.RequestBlank, 131, 3_989),
        (LineDefect.MissingPartCode, 43, 991),
        (LineDefect.ZeroQuantity, 71, 1_009),
        (LineDefect.NegativeQuantity, 83, 2_003),
        (LineDefect.QuantityInWords, 97, 1_499),
        (LineDefect.RequestedLongAgo, 109, 2_503),
        (LineDefect.RequestedFarAhead, 113, 3_001),
        (LineDefect.OrderedFarAhead, 127, 1_301),
        (LineDefect.FractionalQuantity, 29, 89),
    ];

    public static LineDefect For(long line)
    {
        foreach (var (defect, first, every) in Plan)
        {
            if (line % every == first)
            {
                return defect;
            }
        }

        return LineDefect.None;
    }
}
