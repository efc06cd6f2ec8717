namespace NovaCorrente.Pipeline.Sources;

/// <summary>One kind of source: where its files lie in the landing folder, which bronze tables they fill, and how old they may grow.</summary>
/// <param name="Name">Short name, as used in steps, quarantine and freshness, for example <c>supplies</c>.</param>
/// <param name="Folder">Folder inside the landing folder.</param>
/// <param name="Patterns">File name patterns; the extension chooses the reader.</param>
/// <param name="Tables">The bronze tables that it fills.</param>
/// <param name="MaxAge">How old the newest file may be before the source counts as stale.</param>
public sealed record SourceDefinition(
    string Name, string Folder, IReadOnlyList<string> Patterns, IReadOnlyList<BronzeTable> Tables, TimeSpan MaxAge);
