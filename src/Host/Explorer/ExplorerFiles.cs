using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace NovaCorrente.Host.Explorer;

/// <summary>Serves the files of one explorer from its folder.</summary>
internal sealed class ExplorerFiles(string folder, string contentSecurityPolicy) : IDisposable
{
    private static readonly FileExtensionContentTypeProvider _types = new()
    {
        Mappings = { [".webmanifest"] = "application/manifest+json", [".md"] = "text/plain; charset=utf-8" },
    };

    private readonly PhysicalFileProvider? _files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;

    public bool IsBuilt => _files?.GetFileInfo("index.html").Exists ?? false;

    public void Dispose() => _files?.Dispose();

    public IResult Get(HttpContext http, string path)
    {
        if (_files?.GetFileInfo(path) is not { Exists: true, IsDirectory: false } file)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = contentSecurityPolicy.Replace("{host}", http.Request.Host.ToUriComponent(), StringComparison.Ordinal);
        headers.CacheControl = path.EndsWith(".html", StringComparison.Ordinal) ? "no-cache" : "public, max-age=3600";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers.Vary = "Accept";
        var type = _types.TryGetContentType(path, out var known) ? known : "text/plain; charset=utf-8";
        var tag = new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
        return Results.File(file.PhysicalPath!, type, lastModified: file.LastModified, entityTag: tag);
    }
}
