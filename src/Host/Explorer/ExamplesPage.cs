using System.Text.Encodings.Web;

namespace NovaCorrente.Host.Explorer;

/// <summary>A page that lists the examples and opens each in an explorer.</summary>
internal static class ExamplesPage
{
    public const string ContentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Head =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>Example operations · Nova Corrente</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 54rem; padding: 0 1rem; }
        h1 { font-size: 1.5rem; }
        h2 { font-size: 1.05rem; margin: 1.5rem 0 0; }
        p { margin: .15rem 0; }
        pre { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; font-size: .85rem; overflow: auto; padding: .75rem; }
        a { margin-right: 1rem; }
        </style>
        </head>
        <body>
        <h1>Example operations</h1>
        <p>In GraphiQL each runs at once, with variables that fit the data. In Banana Cake Pop <em>Create Document</em> brings the example, and variables are yours to fill in.</p>

        """;

    /// <summary>The page; its links are relative to an address that ends in <c>/examples/</c> below the endpoint.</summary>
    public static string Write(IEnumerable<ExampleOperation> examples) => $"{Head}{string.Concat(examples.Select(Section))}</body>\n</html>\n";

    private static string Section(ExampleOperation example) =>
        $"""
        <h2 id="{Encode(example.Name)}">{Encode(example.Title)}</h2>
        <p>{Encode(example.Explanation)}</p>
        <p><a href="../graphiql/#example={Uri.EscapeDataString(example.Name)}">Open in GraphiQL</a>
        <a href="../ui/examples/{Uri.EscapeDataString(example.Name)}/">Open in Banana Cake Pop</a></p>
        <details><summary>Text</summary><pre>{Encode(example.Text)}</pre></details>

        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
