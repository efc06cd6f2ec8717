using Microsoft.AspNetCore.Authorization;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Transports.Http;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Auth;

/// <summary>
/// Tells every request its caller. Who shows nothing goes on as nobody; who shows something that does not count goes no further, for an answer
/// that is missing something would be taken for the whole.
/// </summary>
internal sealed class AuthenticationGate(RequestDelegate next, Authenticator authenticator, AuthMode mode, ResponseWriter writer)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!mode.IsOpen && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            try
            {
                if (Credentials.Of(http.Request.Headers) is { } credentials)
                {
                    http.User = await authenticator.AuthenticateAsync(credentials, http.RequestAborted);
                }
            }
            catch (RefusedCredentialsException refusal)
            {
                http.Response.Headers.WWWAuthenticate = $"Bearer error=\"invalid_token\", error_description=\"{refusal.Message.Replace('"', '\'')}\"";
                await RefuseAsync(http, RequestErrors.RefusedCredentials(refusal.Message));
                return;
            }
            catch (LakeException)
            {
                await RefuseAsync(http, RequestErrors.CredentialsUnchecked());
                return;
            }
        }

        await next(http);
    }

    private Task RefuseAsync(HttpContext http, RequestException refusal)
    {
        http.Response.Headers.CacheControl = "no-store";
        var wantsStatus = http.Request.Headers.Accept.ToString().Contains("application/graphql-response+json", StringComparison.OrdinalIgnoreCase);
        return writer.WriteAsync(http, OperationResult.Of(refusal), wantsStatus ? ResponseFormat.GraphQLResponse : ResponseFormat.Json);
    }
}
