namespace NovaCorrente.Pipeline.Sample;

/// <summary>How many bytes a sample takes, from measured ones: never less than it does, and little more.</summary>
internal static class SampleSize
{
    // A line of the workbook is compressed, one of the text is not; its request number grows with the lines before it.
    private const int WorkbookLine = 90;
    private const int TextLine = 165;

    // Of these, hourly weather 150 kB and exchange rates 48 kB.
    private const int Month = 200_000;

    // The series of the two years before, the lists, and stock and forecasts, which grow with the parts and sites and so not for ever.
    private const int Rest = 1_900_000;

    /// <summary>The bytes of a sample with these options.</summary>
    public static long Of(SampleOptions options) =>
        Rest + ((long)options.Months * Month) + (options.Lines * (options.LinesAsText ? TextLine : WorkbookLine));
}
