using Microsoft.Extensions.DependencyInjection.Extensions;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Transports.Export;
using NovaCorrente.Host.Transports.Http;
using NovaCorrente.Host.Transports.Sdl;
using NovaCorrente.Host.Transports.Sockets;
using NovaCorrente.Host.Transports.Streams;

namespace NovaCorrente.Host.Transports;

/// <summary>Registers the transports and all that lies between them and the engine.</summary>
internal static class TransportServices
{
    /// <summary>The schema itself (<c>ISchema</c>) is registered by whoever owns it.</summary>
    public static IServiceCollection AddGraphQLServer(this IServiceCollection services)
    {
        services.AddGraphQLRequests();
        services.AddOptions<TransportOptions>().BindConfiguration("GraphQL:Http").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SocketOptions>().BindConfiguration("GraphQL:Sockets").ValidateDataAnnotations().ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SchemaDocument>();
        services.TryAddSingleton<SdlTransport>();
        services.TryAddSingleton<OriginPolicy>();
        services.TryAddSingleton<RequestParser>();
        services.TryAddSingleton<ResponseWriter>();
        services.TryAddSingleton<ResultStreamWriter>();
        services.TryAddSingleton<ExportTransport>();
        services.TryAddSingleton<HttpTransport>();
        services.TryAddSingleton<ICallerLifetime, EndlessCallers>();
        services.TryAddSingleton<IConnectionInitHandler, AcceptEveryConnection>();
        services.TryAddSingleton<SocketServices>();
        services.TryAddSingleton<SocketTransport>();
        return services;
    }
}
