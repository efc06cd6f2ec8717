using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Transports.Http;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Transports.Sdl;

/// <summary>Serves the schema as a file to everybody who may read anything.</summary>
internal sealed class SdlTransport(SchemaDocument schema, ResponseWriter errors, IOptions<TransportOptions> options, IAccessPolicy? access = null)
{
    /// <summary>Whether the query string asks for the schema: a bare <c>?sdl</c>, in any case.</summary>
    public static bool IsSdlRequest(HttpRequest request) => request.Query.ContainsKey("sdl");

    public async Task GetAsync(HttpContext http)
    {
        if (!options.Value.EnableSchemaRequests || !options.Value.EnableSchemaFileSupport)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            if (access?.ScopeOf(http.User).Includes(Role.Viewer) is false)
            {
                throw RequestErrors.NoAccess(http.User);
            }

            if (http.Request.Query.TryGetValue("types", out var types))
            {
                var list = types.ToString();
                var text = schema.TextOf(list);
                await WriteAsync(http, text, SchemaDocument.TagOf(text), list.Contains(',', StringComparison.Ordinal) ? "types.graphql" : $"{list.Trim()}.graphql");
            }
            else
            {
                await WriteAsync(http, schema.Text, SchemaDocument.TagOf(schema.Text), "schema.graphql");
            }
        }
        catch (RequestException refusal)
        {
            await errors.WriteAsync(http, OperationResult.Of(refusal), ResponseFormat.GraphQLResponse);
        }
    }

    private async Task WriteAsync(HttpContext http, string text, string tag, string fileName)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue(tag);
        headers.LastModified = schema.LastModified;
        headers.CacheControl = new CacheControlHeaderValue { Public = !Caller.IsAuthenticated(http.User), Private = Caller.IsAuthenticated(http.User), MaxAge = TimeSpan.FromHours(1), MustRevalidate = true };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(headers.ETag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{fileName}\"" };
        http.Response.ContentType = "application/graphql; charset=utf-8";
        await http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
    }
}
