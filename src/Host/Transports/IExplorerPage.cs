namespace NovaCorrente.Host.Transports;

/// <summary>Answers a browser that opens the endpoint itself.</summary>
internal interface IExplorerPage
{
    Task ServeAsync(HttpContext http);
}
