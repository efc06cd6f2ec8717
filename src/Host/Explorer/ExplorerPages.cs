using Microsoft.Extensions.Options;
using NovaCorrente.Host.Transports;

namespace NovaCorrente.Host.Explorer;

/// <summary>Banana Cake Pop at the endpoint itself and at <c>ui</c>, GraphiQL at <c>graphiql</c>.</summary>
internal sealed class ExplorerPages : IExplorerPage, IDisposable
{
    private const string Everywhere = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self' ws://{host} wss://{host}; ";

    // What Banana Cake Pop asks for beside its page.
    private const string ConfigurationFile = "bcp-config.json";

    private const string NotBuilt = "The explorer is not part of this build: npm was missing when the program was built.\n"
        + "The endpoint itself works; send it GraphQL over HTTP, WebSocket or server-sent events.\n";

    private readonly ExplorerOptions _options;
    private readonly ExplorerFiles _bananaCakePop;
    private readonly ExplorerFiles _graphiQL;
    private readonly IReadOnlyList<ExampleOperation> _examples;

    public ExplorerPages(IOptions<ExplorerOptions> options)
    {
        _options = options.Value;
        // Banana Cake Pop compiles JSON schemas to functions and does not start without leave to do so.
        _bananaCakePop = new ExplorerFiles(Path.Combine(_options.Folder, "bananacakepop"), Everywhere + "script-src 'self' 'unsafe-eval'");
        _graphiQL = new ExplorerFiles(Path.Combine(_options.Folder, "graphiql"), Everywhere + "script-src 'self'");
        _examples = ExampleOperation.Read(Path.Combine(_options.Folder, "examples"));
    }

    public void Dispose()
    {
        _bananaCakePop.Dispose();
        _graphiQL.Dispose();
    }

    /// <summary>The page at the endpoint itself.</summary>
    public Task ServeAsync(HttpContext http) => BananaCakePop(http, "").ExecuteAsync(http);

    /// <summary>A file of Banana Cake Pop; the empty path is the page.</summary>
    public IResult BananaCakePop(HttpContext http, string path) => path switch
    {
        _ when !_options.Enabled => Results.NotFound(),
        // Its service worker would reload the page some seconds into the first visit and drop what the user got so far.
        "service-worker.js" => Results.NotFound(),
        ConfigurationFile => Results.Json(Configuration(http)),
        _ => Page(http, _bananaCakePop, path),
    };

    /// <summary>A file of Banana Cake Pop at an address of its own for each example: new documents there begin with it.</summary>
    public IResult BananaCakePop(HttpContext http, string name, string path)
    {
        var example = _options.Enabled ? _examples.FirstOrDefault(it => it.Name == name) : null;
        return example is null ? Results.NotFound()
            : path == ConfigurationFile ? Results.Json(Configuration("../../..", example.Text))
            : BananaCakePop(http, path);
    }

    /// <summary>The list of the examples, which opens each in an explorer.</summary>
    public IResult Examples(HttpContext http)
    {
        if (!_options.Enabled || _examples.Count == 0)
        {
            return Results.NotFound();
        }

        if (!http.Request.Path.Value!.EndsWith('/'))
        {
            return WithSlash(http.Request);
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ExamplesPage.ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = "Accept";
        return Results.Content(ExamplesPage.Write(_examples), "text/html; charset=utf-8");
    }

    /// <summary>A file of GraphiQL; the empty path is the page.</summary>
    public IResult GraphiQL(HttpContext http, string path) => _options.Enabled ? Page(http, _graphiQL, path) : Results.NotFound();

    private static IResult Page(HttpContext http, ExplorerFiles files, string path)
    {
        if (path.Length > 0)
        {
            return files.Get(http, path);
        }

        if (!files.IsBuilt)
        {
            return Results.Text(NotBuilt, statusCode: StatusCodes.Status404NotFound);
        }

        return http.Request.Path.Value!.EndsWith('/') ? files.Get(http, "index.html") : WithSlash(http.Request);
    }

    // What a page refers to is named relative to it, so its address must end in a slash.
    private static IResult WithSlash(HttpRequest request) => Results.LocalRedirect($"{request.PathBase}{request.Path}/{request.QueryString}");

    private Dictionary<string, object> Configuration(HttpContext http)
    {
        var path = http.Request.PathBase + http.Request.Path.Value![..^ConfigurationFile.Length];
        var isBelow = path.EndsWith("/ui/", StringComparison.Ordinal);
        var examples = $"{http.Request.Scheme}://{http.Request.Host}{(isBelow ? path[..^"ui/".Length] : path)}examples/";
        return Configuration(isBelow ? ".." : null, $"# Example operations to start from: {examples}\n{{\n  __typename\n}}\n");
    }

    private Dictionary<string, object> Configuration(string? endpoint, string document)
    {
        var configuration = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["title"] = _options.Title,
            ["useBrowserUrlAsEndpoint"] = true,
            ["disableTelemetry"] = true,
            ["graphQLDocument"] = document,
        };
        if (endpoint is not null)
        {
            configuration["endpoint"] = endpoint;
        }

        return configuration;
    }
}
