using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Dashboard;

/// <summary>Registers the dashboard and maps its pages at the root.</summary>
internal static class DashboardEndpoints
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddOptions<DashboardOptions>().BindConfiguration("Dashboard");
        services.AddSingleton<DashboardFiles>();
        services.AddHostedService<DashboardOperations>();
        return services;
    }

    /// <summary>Every address that nothing else answers and that does not name a file is a page; which one is for the browser to find out.</summary>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<DashboardOptions>>().Value.Enabled)
        {
            return routes;
        }

        routes.MapFallback("{**path}", (HttpContext http, DashboardFiles files, string? path) => files.Get(http, path ?? ""))
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]))
            .AllowAnonymous()
            .ExcludeFromDescription();
        return routes;
    }
}
