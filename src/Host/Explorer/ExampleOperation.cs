namespace NovaCorrente.Host.Explorer;

/// <summary>An operation to start from, as the explorers offer it.</summary>
/// <param name="Name">Name of its file, which is part of addresses.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Explanation">What it shows, in a sentence or two.</param>
/// <param name="Text">The document, comments included.</param>
internal sealed record ExampleOperation(string Name, string Title, string Explanation, string Text)
{
    /// <summary>Name of the file that is no example: it asks for the values of their variables.</summary>
    private const string Variables = "variables";

    /// <summary>The examples of a folder in the order of their names: the first line of a file is its title, the comments that follow explain it.</summary>
    public static IReadOnlyList<ExampleOperation> Read(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.graphql").Where(file => Path.GetFileNameWithoutExtension(file) != Variables).Order(StringComparer.Ordinal).Select(Of)]
        : [];

    private static ExampleOperation Of(string file)
    {
        var text = File.ReadAllText(file);
        var comments = text.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()).ToList();
        return new ExampleOperation(Path.GetFileNameWithoutExtension(file), comments[0], string.Join(' ', comments.Skip(1)), text);
    }
}
