using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>The way from the landing folder into bronze, and from bronze into the <c>bronze.*</c> tables of a DuckDB database.</summary>
/// <remarks>
/// Bronze keeps every file byte for byte under its SHA-256 and is never altered by a run: landing the same bytes twice is one object.
/// The landing folder is the truth: what is no longer in it fills no table, and what can't be read keeps what was last read from this same folder.
/// </remarks>
public interface IBronze
{
    /// <summary>
    /// Takes the files of one source into bronze. A bad file is no exception: it is told in the result, and the last good data stays in use.
    /// </summary>
    /// <exception cref="Lake.LakeException">The lake can't be written.</exception>
    Task<BronzeSource> LandAsync(SourceDefinition source, CancellationToken cancellationToken);

    /// <summary>Remembers the inputs of landed sources as the last good ones. To be called once the run that used them is sound.</summary>
    /// <exception cref="Lake.LakeException">The lake can't be written.</exception>
    Task RememberAsync(IReadOnlyCollection<BronzeSource> sources, CancellationToken cancellationToken);

    /// <summary>
    /// Creates all tables of schema <c>bronze</c>, empty where a source has no file, and <c>bronze.rejection</c> with what was refused.
    /// Existing tables are replaced.
    /// </summary>
    /// <param name="connection">The database of the run.</param>
    /// <param name="sources">What has been landed.</param>
    /// <param name="tables">Names, without schema, of the tables to fill; the others are made but stay empty. Null for all.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>Rows per bronze table, by name without schema.</returns>
    Task<IReadOnlyDictionary<string, long>> LoadAsync(
        DuckDBConnection connection, IReadOnlyCollection<BronzeSource> sources, IReadOnlySet<string>? tables, CancellationToken cancellationToken);
}
