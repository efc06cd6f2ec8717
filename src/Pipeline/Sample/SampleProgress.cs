namespace NovaCorrente.Pipeline.Sample;

/// <summary>How far the writing of a sample has come.</summary>
/// <param name="File">The file being written, relative to the landing folder.</param>
/// <param name="Rows">Purchase lines written so far.</param>
/// <param name="TotalRows">Purchase lines to write.</param>
public readonly record struct SampleProgress(string File, long Rows, long TotalRows);
