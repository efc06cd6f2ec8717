using Microsoft.Extensions.DependencyInjection.Extensions;
using NovaCorrente.Host.Transports;

namespace NovaCorrente.Host.Explorer;

/// <summary>Registers the explorers and maps their files below the endpoint.</summary>
internal static class ExplorerEndpoints
{
    public static IServiceCollection AddExplorers(this IServiceCollection services)
    {
        services.AddOptions<ExplorerOptions>().BindConfiguration("Explorer");
        services.TryAddSingleton<ExplorerPages>();
        services.TryAddSingleton<IExplorerPage>(provider => provider.GetRequiredService<ExplorerPages>());
        return services;
    }

    /// <summary>Call with the pattern that <see cref="GraphQLEndpoints.MapNovaGraphQL"/> got. Routes of the endpoint go before files.</summary>
    public static IEndpointConventionBuilder MapExplorers(this IEndpointRouteBuilder routes, string pattern = "/graphql")
    {
        var group = routes.MapGroup(pattern);
        group.MapGet("graphiql/{**path}", (HttpContext http, ExplorerPages pages, string? path) => pages.GraphiQL(http, path ?? ""));
        group.MapGet("examples", (HttpContext http, ExplorerPages pages) => pages.Examples(http));
        group.MapGet("ui/examples/{name}/{**path}", (HttpContext http, ExplorerPages pages, string name, string? path) => pages.BananaCakePop(http, name, path ?? ""));
        group.MapGet("ui/{**path}", (HttpContext http, ExplorerPages pages, string? path) => pages.BananaCakePop(http, path ?? ""));
        group.MapGet("{**path:minlength(1)}", (HttpContext http, ExplorerPages pages, string path) => pages.BananaCakePop(http, path));
        group.AllowAnonymous().ExcludeFromDescription();
        return group;
    }
}
