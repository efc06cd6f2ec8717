namespace NovaCorrente.Host.Hosting;

/// <summary>What browsers must not do with answers. Pages, which need more leave than data does, say so themselves.</summary>
internal static class SecurityHeaders
{
    private const string DataOnly = "default-src 'none'; frame-ancestors 'none'";
    private const string OneYear = "max-age=31536000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = DataOnly;
        headers["Referrer-Policy"] = "no-referrer";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYear;
        }

        return next(http);
    });
}
