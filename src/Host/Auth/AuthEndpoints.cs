using System.Text.Json;
using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Auth;

/// <summary><c>/auth/config</c>: what a sign-in page needs to know before anybody has signed in.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/auth/config", (HttpContext http, AuthMode mode, IOptions<AuthOptions> options) =>
        {
            var (auth, isProvided) = (options.Value, options.Value.HasAuthority);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(
                new
                {
                    authenticationRequired = !mode.IsOpen,
                    authority = isProvided ? auth.Authority : null,
                    clientId = isProvided ? auth.ClientId : null,
                    scopes = isProvided ? auth.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [],
                },
                JsonSerializerOptions.Web);
        })
        .AllowAnonymous()
        .ExcludeFromDescription();
}
