using NovaCorrente.Host.Transports.Http;
using NovaCorrente.Host.Transports.Sdl;
using NovaCorrente.Host.Transports.Sockets;

namespace NovaCorrente.Host.Transports;

/// <summary>The routes of the GraphQL endpoint.</summary>
internal static class GraphQLEndpoints
{
    private static readonly string[] _getAndPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Maps everything that GraphQL clients ask for at <paramref name="pattern"/> and below it.</summary>
    public static IEndpointConventionBuilder MapNovaGraphQL(this IEndpointRouteBuilder routes, string pattern = "/graphql")
    {
        var group = routes.MapGroup(pattern);
        group.Map("", (HttpContext http) => DispatchAsync(http)).WithName("GraphQL");
        group.Map("ws", (HttpContext http) => SocketAsync(http));
        foreach (var path in (string[])["schema", "schema.graphql", "sdl"])
        {
            group.MapGet(path, (HttpContext http, SdlTransport sdl) => sdl.GetAsync(http));
        }

        group.MapMethods("persisted/{id}/{operationName?}", _getAndPost, (HttpContext http, HttpTransport transport, string id, string? operationName) =>
            transport.PersistedAsync(http, id, operationName));
        group.ExcludeFromDescription();
        return group;
    }

    private static Task DispatchAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            return SocketAsync(http);
        }

        var services = http.RequestServices;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return services.GetRequiredService<HttpTransport>().PostAsync(http);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            return GetAsync(http, services);
        }

        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, POST";
        return Task.CompletedTask;
    }

    private static Task GetAsync(HttpContext http, IServiceProvider services)
    {
        if (SdlTransport.IsSdlRequest(http.Request))
        {
            return services.GetRequiredService<SdlTransport>().GetAsync(http);
        }

        if (services.GetRequiredService<RequestParser>().IsGetRequest(http.Request))
        {
            return services.GetRequiredService<HttpTransport>().GetAsync(http);
        }

        if (AcceptHeader.WantsHtml(http.Request.Headers.Accept) && services.GetService<IExplorerPage>() is { } explorer)
        {
            return explorer.ServeAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SocketAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            return http.RequestServices.GetRequiredService<SocketTransport>().AcceptAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
