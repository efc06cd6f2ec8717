using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Tokens of an OpenID Connect provider.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _app = Build("--Auth:Audience=nova");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task A_token_of_the_provider_counts(string algorithm)
    {
        var caller = await ReadAsync(_app, _provider.Sign(_provider.Claims(Role.Operator), algorithm));

        Assert.Equal(("eva", Role.Operator), (caller.Name, caller.Role));
    }

    [Fact]
    public async Task Keys_that_are_new_are_fetched()
    {
        await ReadAsync(_app, _provider.Sign(_provider.Claims(Role.Viewer)));
        _provider.Rotate();

        Assert.Equal(Role.Viewer, (await EventuallyReadAsync(_provider.Sign(_provider.Claims(Role.Viewer)))).Role);
    }

    [Fact]
    public async Task Other_tokens_do_not_count()
    {
        using var stranger = System.Security.Cryptography.RSA.Create(2048);
        string[] tokens =
        [
            _provider.Sign(With("aud", "another")),
            _provider.Sign(With("iss", "https://evil.example.org")),
            _provider.Sign(With("exp", DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds())),
            TestTokens.Assemble(
                new JsonObject { ["alg"] = "RS256", ["kid"] = "first" },
                _provider.Claims(Role.Admin),
                content => stranger.SignData(content, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1)),
            TestTokens.Assemble(new JsonObject { ["alg"] = "none" }, _provider.Claims(Role.Admin), _ => []),
            // The public key is known to everybody; as a secret of HS256 it must open nothing. Nor must the secret that is set as well.
            TestTokens.Sign(_provider.Claims(Role.Admin), _provider.PublicKey),
            TestTokens.Sign(_provider.Claims(Role.Admin), _provider.PublicKey, header: new JsonObject { ["alg"] = "HS256", ["kid"] = "first" }),
            TestTokens.Sign(_provider.Claims(Role.Admin)),
        ];

        foreach (var token in tokens)
        {
            await Assert.ThrowsAsync<Host.Auth.RefusedCredentialsException>(() => ReadAsync(_app, token));
        }
    }

    [Theory]
    [InlineData("realm_access.roles", """{"realm_access":{"roles":["uma_authorization","ANALYST"]}}""")]
    [InlineData("https://nova.example.org/roles", """{"https://nova.example.org/roles":["analyst"]}""")]
    [InlineData("groups", """{"groups":"Analyst"}""")]
    public async Task Roles_are_found_where_the_provider_puts_them(string claim, string more)
    {
        await using var app = Build($"--Auth:RolesClaim={claim}", "--Auth:Audience=nova");
        var claims = _provider.Claims(Role.Admin);
        claims.Remove("roles");
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            claims[name] = value!.DeepClone();
        }

        Assert.Equal(Role.Analyst, (await ReadAsync(app, _provider.Sign(claims))).Role);
    }

    private JsonObject With(string name, JsonNode value)
    {
        var claims = _provider.Claims(Role.Admin);
        claims[name] = value;
        return claims;
    }

    // A provider is asked for its keys anew at most every so often, in the background.
    private async Task<(string? Name, Role? Role)> EventuallyReadAsync(string token)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            try
            {
                return await ReadAsync(_app, token);
            }
            catch (Host.Auth.RefusedCredentialsException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task<(string? Name, Role? Role)> ReadAsync(WebApplication app, string token)
    {
        var caller = await app.Services.GetRequiredService<BearerTokens>().AuthenticateAsync(token, CancellationToken.None);
        return (caller.Identity!.Name, Caller.RoleOf(caller));
    }

    private WebApplication Build(params string[] settings) =>
        NovaHost.Build(["--environment=Production", $"--Auth:Authority={_provider.Address}", $"--Auth:SecretKey={TestTokens.Secret}", .. settings]);
}
