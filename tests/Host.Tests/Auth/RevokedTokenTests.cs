using System.Net;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Tests.Cli;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Tokens that no longer count although they have not expired.</summary>
[Collection(SecuredHostCollection.Name)]
public sealed class RevokedTokenTests(SecuredHost host)
{
    private const string Query = "{ viewer { name } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_of_the_command_line_is_revoked_there_by_itself_or_by_its_id(bool byId)
    {
        var made = await RunAsync("token", "--role", "ANALYST", "--name", "rui");
        var (token, id) = (made.Output.Trim(), made.Error.Trim().Split(' ')[^1]);
        using (var response = await host.SendAsync(Query, token))
        {
            Assert.Equal("rui", (string?)(await response.JsonAsync())["data"]!["viewer"]!["name"]);
        }

        var revoked = await RunAsync("token", "revoke", byId ? id : token);

        Assert.Equal((ExitCode.Success, $"Token {id}{(byId ? "" : " of rui")} is revoked."), (revoked.ExitCode, revoked.Output.Trim()));
        await BecomesRefusedAsync(token);
        Assert.Equal(ExitCode.Success, (await RunAsync("token", "revoke", byId ? id : token)).ExitCode);
    }

    [Fact]
    public async Task Other_tokens_of_the_same_name_go_on()
    {
        var (one, other) = (TestTokens.Sign(WithId("one")), TestTokens.Sign(WithId("other")));

        await RunAsync("token", "revoke", one);
        await BecomesRefusedAsync(one);

        using var response = await host.SendAsync(Query, other);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_token_without_an_id_can_be_revoked_by_itself_however_it_is_written()
    {
        var token = TestTokens.Of(Role.Viewer, "nameless");

        Assert.Equal(ExitCode.Success, (await RunAsync("token", "revoke", token)).ExitCode);
        await BecomesRefusedAsync(token);

        // The last character of a signature holds two bits that no reader looks at.
        foreach (var last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        {
            using var response = await host.SendAsync(Query, token[..^1] + last);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("9f2c64d1a07b4e3f8c5d6a7b8e9f0a1")]
    [InlineData("9f2c64d1a07b4e3f8c5d6a7b8e9f0a1g")]
    [InlineData("9F2C64D1A07B4E3F8C5D6A7B8E9F0A1B")]
    public async Task A_mistyped_id_is_not_said_to_be_revoked(string id)
    {
        var run = await RunAsync("token", "revoke", id);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains($"'{id}' is neither a token nor the id of one", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an expired one")]
    [InlineData("one of somebody else")]
    public async Task What_does_not_count_anyway_cannot_be_revoked(string which)
    {
        var token = which is "an expired one"
            ? TestTokens.Of(Role.Viewer, validFor: TimeSpan.FromMinutes(-1))
            : TestTokens.Sign(TestTokens.Claims(Role.Viewer), secret: new string('x', 20) + "Kq8Zr5Tn2Wd7Lp3M");

        var run = await RunAsync("token", "revoke", token);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("nothing to revoke", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_closes_when_its_token_is_revoked()
    {
        var token = TestTokens.Sign(WithId("socket"));
        await using var socket = await TestSocket.ConnectAsync(host.Socket);
        await socket.SendAsync(new JsonObject { ["type"] = "connection_init", ["payload"] = new JsonObject { ["authToken"] = token } }.ToJsonString());
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());

        await RunAsync("token", "revoke", token);

        Assert.Equal((4403, "The token was revoked"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_is_revoked()
    {
        var token = TestTokens.Sign(WithId("stream"));
        using var response = await host.SendAsync("subscription { onGoldRefreshed { snapshot { id } } }", token, "text/event-stream");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await RunAsync("token", "revoke", token);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("The token was revoked", text, StringComparison.Ordinal);
        Assert.Contains(AccessErrors.NotAuthenticated, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_have_expired_are_forgotten_and_no_others()
    {
        var (store, now) = (new RevokedTokenStore(host.Lake, TimeProvider.System), DateTimeOffset.UtcNow);
        await store.RevokeAsync("over/../..", "ana", now.AddHours(-2), CancellationToken.None);
        await store.RevokeAsync("long", null, now.AddDays(30), CancellationToken.None);

        Assert.False(await store.RevokeAsync("long", null, now.AddDays(30), CancellationToken.None));
        Assert.Equal(1, await store.CleanAsync(CancellationToken.None));
        Assert.Equal(0, await store.CleanAsync(CancellationToken.None));

        var kept = await store.ReadAsync(CancellationToken.None);
        Assert.Contains(RevokedTokenStore.HashOf("long"), kept);
        Assert.DoesNotContain(RevokedTokenStore.HashOf("over/../.."), kept);
    }

    private static JsonObject WithId(string id)
    {
        var claims = TestTokens.Claims(Role.Viewer);
        claims["jti"] = id;
        return claims;
    }

    private Task<CommandLineRun> RunAsync(params string[] line) => CommandLineRun.RunAsync([.. line, .. host.Settings]);

    private async Task BecomesRefusedAsync(string token)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var response = await host.SendAsync(Query, token);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                Assert.Equal("The token was revoked.", (string?)(await response.JsonAsync())["errors"]![0]!["message"]);
                return;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
