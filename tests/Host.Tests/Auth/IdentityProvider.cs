using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>An OpenID Connect provider as far as a resource server sees one: its description and its keys.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private string _keyId = "first";

    private IdentityProvider(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", (HttpContext http) => http.Response.WriteAsync(provider.Description()));
        app.MapGet("/keys", (HttpContext http) => http.Response.WriteAsync(provider.Keys()));
        await app.StartAsync();
        provider.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return provider;
    }

    /// <summary>Takes a new key, as providers do from time to time.</summary>
    public void Rotate()
    {
        _key.Dispose();
        (_key, _keyId) = (RSA.Create(2048), "second");
    }

    public JsonObject Claims(Role role)
    {
        var claims = TestTokens.Claims(role, "eva");
        claims["iss"] = Address;
        claims["aud"] = "nova";
        return claims;
    }

    public string Sign(JsonObject claims, string algorithm = "RS256") => TestTokens.Assemble(
        new JsonObject { ["alg"] = algorithm, ["kid"] = _keyId, ["typ"] = "at+jwt" },
        claims,
        content => _key.SignData(content, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private string Description() => new JsonObject { ["issuer"] = Address, ["jwks_uri"] = $"{Address}/keys" }.ToJsonString();

    private string Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = _keyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        }.ToJsonString();
    }
}
