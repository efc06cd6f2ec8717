using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Transports.Export;

/// <summary>Sends a prepared file while it is being made.</summary>
internal sealed partial class ExportTransport(ILogger<ExportTransport> logger)
{
    /// <summary>Response header with the number of rows that a file may have for its reader.</summary>
    public const string LimitHeader = "GraphQL-Export-Limit";

    public async Task SendAsync(HttpContext http, GoldExport export, CancellationToken cancellationToken)
    {
        var response = http.Response;
        response.ContentType = export.MediaType;
        response.Headers.CacheControl = "no-cache";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(export.FileName);
        if (export.MostRows is { } most)
        {
            response.Headers[LimitHeader] = most.ToString(CultureInfo.InvariantCulture);
        }

        response.Headers.ContentDisposition = disposition.ToString();
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await export.WriteToAsync(response.Body, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The status is out already: only a broken connection tells the reader that the file is not whole.
            LogBroken(failure);
            http.Abort();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An export broke off.")]
    private partial void LogBroken(Exception failure);
}
