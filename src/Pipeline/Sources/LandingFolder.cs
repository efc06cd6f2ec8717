using System.IO.Enumeration;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>The folder into which source files are dropped; read only.</summary>
internal static class LandingFolder
{
    /// <summary>Files of a source, oldest first; files of one moment are ordered by name.</summary>
    /// <exception cref="IOException">The folder can't be read.</exception>
    public static IReadOnlyList<LandingFile> Files(string root, SourceDefinition source)
    {
        var folder = Path.Combine(root, source.Folder);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. new DirectoryInfo(folder).EnumerateFiles()
                .Where(file => IsOf(source, file.Name))
                .Select(file => new LandingFile(file.FullName, $"{source.Folder}/{file.Name}", new DateTimeOffset(file.LastWriteTimeUtc)))
                .OrderBy(file => file.ModifiedAt).ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    // Hidden files and the lock files of office programs are never sources; the alias file is one of its own.
    private static bool IsOf(SourceDefinition source, string name) =>
        name[0] is not ('.' or '~')
        && source.Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name)
            && (pattern == SourceCatalog.SupplierAliasFile || !string.Equals(name, SourceCatalog.SupplierAliasFile, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>A file in the landing folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Path inside the landing folder, with <c>/</c>.</param>
/// <param name="ModifiedAt">Its change time.</param>
internal sealed record LandingFile(string Path, string Name, DateTimeOffset ModifiedAt)
{
    /// <summary>Where it came from, as bronze records it.</summary>
    public string Origin { get; init; } = $"landing:{Name}";

    public bool IsWorkbook => Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
}
