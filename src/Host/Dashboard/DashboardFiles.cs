using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Auth;

namespace NovaCorrente.Host.Dashboard;

/// <summary>Serves the built files of the dashboard, in the smallest form that was built and that the browser takes.</summary>
internal sealed class DashboardFiles : IDisposable
{
    private const string Page = "index.html";

    // Everything comes from this server; only the identity provider is asked besides. Styles are set by scripts while a page runs, which needs
    // leave; scripts written into a page do not run.
    private const string ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self' ws://{host} wss://{host}{provider}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string NotBuilt = "The dashboard has not been built. ./run does it where Node.js 20 or later is installed; by hand: npm --prefix frontend ci && npm --prefix frontend run build\n"
        + "The service itself works: see /graphql.\n";

    private static readonly FileExtensionContentTypeProvider _types = new();

    private static readonly (string Encoding, string Extension)[] _encodings = [("br", ".br"), ("gzip", ".gz")];

    private readonly PhysicalFileProvider? _files;
    private readonly string _policy;

    public DashboardFiles(IOptions<DashboardOptions> options, IOptions<AuthOptions> auth)
    {
        _policy = ContentSecurityPolicy.Replace("{provider}", string.Concat(ProviderOf(auth.Value).Select(origin => $" {origin}")), StringComparison.Ordinal);
        var folder = Path.GetFullPath(options.Value.Folder);
        _files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;
    }

    public void Dispose() => _files?.Dispose();

    /// <summary>The file of a path; the page itself for a path that names no file.</summary>
    public IResult Get(HttpContext http, string path)
    {
        if (Path.HasExtension(path) && Find(path) is { } file)
        {
            return Send(http, path, file);
        }

        // Codes of parts and sites may hold dots, so that what looks like a file can be a page; only who opens a page asks for HTML.
        if (Path.HasExtension(path) && !WantsPage(http.Request))
        {
            return Results.NotFound();
        }

        return Find(Page) is { } page ? Send(http, Page, page) : Results.Text(NotBuilt, statusCode: StatusCodes.Status404NotFound);
    }

    private static IEnumerable<string> ProviderOf(AuthOptions auth) => auth.HasAuthority
        ? auth.ProviderOrigins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(new Uri(auth.Authority!).GetLeftPart(UriPartial.Authority))
        : [];

    private static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(it => it.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private IFileInfo? Find(string path) => _files?.GetFileInfo(path) is { Exists: true, IsDirectory: false } file ? file : null;

    private IResult Send(HttpContext http, string path, IFileInfo file)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = _policy.Replace("{host}", http.Request.Host.ToUriComponent(), StringComparison.Ordinal);
        headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers.Vary = "Accept-Encoding";

        var type = _types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        var (sent, encoding) = Smallest(http.Request, path, file);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        var tag = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{sent.Length:x}\"");
        return Results.File(sent.PhysicalPath!, type, lastModified: file.LastModified, entityTag: tag);
    }

    private (IFileInfo File, string? Encoding) Smallest(HttpRequest request, string path, IFileInfo plain)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, extension) in _encodings)
        {
            if (accepted.Any(it => it.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && it.Quality is not 0) && Find(path + extension) is { } packed)
            {
                return (packed, encoding);
            }
        }

        return (plain, null);
    }
}
