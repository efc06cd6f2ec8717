using System.Globalization;

namespace NovaCorrente.Pipeline.Sample;

/// <summary>A sample does not fit on the disk that it was to be written to.</summary>
public sealed class SampleTooLargeException : IOException
{
    /// <summary>Creates the exception with its reason.</summary>
    /// <param name="folder">Where the sample was to go.</param>
    /// <param name="lines">Its purchase lines.</param>
    /// <param name="needed">The bytes that it takes.</param>
    /// <param name="free">The bytes that the disk has for it.</param>
    public SampleTooLargeException(string folder, long lines, long needed, long free)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"A sample of {lines:N0} purchase lines takes about {Size(needed)}, and there is room for {Size(free)} at {folder}. Write fewer lines, or to another disk."))
    {
    }

    private static string Size(long bytes) =>
        bytes < 1_000_000_000 ? FormattableString.Invariant($"{bytes / 1e6:N0} MB") : FormattableString.Invariant($"{bytes / 1e9:N1} GB");
}
