namespace NovaCorrente.Pipeline.Transforms;

/// <summary>
/// What is known of the tables as last built, kept as <c>build.json</c> in the silver layer. It only saves work: without it everything is
/// built anew and comes to the same.
/// </summary>
/// <param name="Tables">By full name.</param>
internal sealed record BuildState(IReadOnlyDictionary<string, TableState> Tables)
{
    public const string Key = "build.json";

    public static BuildState Empty { get; } = new(new Dictionary<string, TableState>(StringComparer.Ordinal));
}

/// <summary>One table as last built.</summary>
/// <param name="SourceHash">Hash over everything that it was made from.</param>
/// <param name="ContentHash">Hash over its rows. For gold, whose rows have a fixed order, that of the file.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 of its Parquet file.</param>
internal sealed record TableState(string SourceHash, string ContentHash, long Rows, string Sha256);
