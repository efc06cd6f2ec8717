using System.Net;
using System.Text.RegularExpressions;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Tests.Cli;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Keys from the command line, used over HTTP.</summary>
[Collection(SecuredHostCollection.Name)]
public sealed class ApiKeyTests(SecuredHost host)
{
    private const string Query = "{ viewer { name roles expiresAt } pipelineSteps(first: 1) { totalCount } }";

    [Theory]
    [InlineData("X-API-Key", "")]
    [InlineData("Authorization", "ApiKey ")]
    public async Task A_key_made_at_the_command_line_works_until_it_is_revoked_there(string header, string prefix)
    {
        var made = await RunAsync("create", "--role", "operator", "--name", "reports", "--expires", "90d");
        var key = made.Output.Trim();
        Assert.Matches("^nova_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$", key);

        using (var response = await SendAsync(header, prefix + key))
        {
            var answer = await response.JsonAsync();
            Assert.Null(answer["errors"]);
            Assert.Equal("reports", (string?)answer["data"]!["viewer"]!["name"]);
            Assert.Equal("""["VIEWER","ANALYST","OPERATOR"]""", answer["data"]!["viewer"]!["roles"]!.ToJsonString());
            Assert.True((DateTimeOffset)answer["data"]!["viewer"]!["expiresAt"]! > DateTimeOffset.UtcNow.AddDays(89));
        }

        var id = key.Split('_')[1];
        var listed = (await RunAsync("list")).Output;
        Assert.Contains($"{id}  OPERATOR", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('_', 3)[2], listed, StringComparison.Ordinal);

        Assert.Contains("revoked", (await RunAsync("revoke", id)).Output, StringComparison.Ordinal);
        await BecomesAsync(HttpStatusCode.Unauthorized, header, prefix + key, "The API key was revoked.");
        Assert.Contains("revoked", (await RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_has_the_role_it_was_made_with()
    {
        var (_, text) = await host.Keys.CreateAsync("sheet", Role.Viewer, validFor: null, CancellationToken.None);

        using var response = await SendAsync("X-API-Key", text.ToString());
        var answer = await response.JsonAsync();

        Assert.Equal("""["VIEWER"]""", answer["data"]!["viewer"]!["roles"]!.ToJsonString());
        Assert.Null(answer["data"]!["viewer"]!["expiresAt"]);
        Assert.Equal(AccessErrors.NotAuthorized, (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task A_key_ends_by_itself()
    {
        var (_, text) = await host.Keys.CreateAsync("short", Role.Viewer, TimeSpan.FromMilliseconds(1), CancellationToken.None);

        await BecomesAsync(HttpStatusCode.Unauthorized, "X-API-Key", text.ToString(), "The API key has expired.");
    }

    [Fact]
    public async Task What_is_not_quite_a_key_is_refused_in_one_sentence()
    {
        var (one, oneText) = await host.Keys.CreateAsync("one", Role.Viewer, validFor: null, CancellationToken.None);
        var (_, otherText) = await host.Keys.CreateAsync("other", Role.Admin, validFor: null, CancellationToken.None);
        string[] wrong =
        [
            new ApiKeyText(one.Id, otherText.Secret).ToString(),
            new ApiKeyText(otherText.Id, oneText.Secret).ToString(),
            new ApiKeyText("000000000000", oneText.Secret).ToString(),
            oneText.ToString()[..^1],
            oneText + "A",
            $"nova_../../current_{oneText.Secret}",
            one.SecretSha256,
            "nova_", "",
        ];

        foreach (var key in wrong)
        {
            using var response = await SendAsync("X-API-Key", key);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("The API key is not known.", (string?)(await response.JsonAsync())["errors"]![0]!["message"]);
        }
    }

    [Fact]
    public async Task A_key_whose_record_is_damaged_is_not_taken_for_unknown()
    {
        var (key, text) = await host.Keys.CreateAsync("damaged", Role.Viewer, validFor: null, CancellationToken.None);
        using var damage = new MemoryStream("{\"id\":"u8.ToArray());
        await host.Lake.PutAsync(LakeLayer.Gold, $"keys/{key.Id}.json", damage, CancellationToken.None);

        using var response = await SendAsync("X-API-Key", text.ToString());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("Who you are cannot be checked at the moment.", (string?)(await response.JsonAsync())["errors"]![0]!["message"]);
        await host.Lake.DeleteAsync(LakeLayer.Gold, $"keys/{key.Id}.json", CancellationToken.None);
    }

    [Fact]
    public async Task The_lake_does_not_hold_the_secret()
    {
        var (key, text) = await host.Keys.CreateAsync("kept", Role.Viewer, validFor: null, CancellationToken.None);
        var kept = await host.Keys.FindAsync(key.Id, CancellationToken.None);

        Assert.Equal(key, kept);
        Assert.DoesNotContain(text.Secret, kept!.ToString(), StringComparison.Ordinal);
        Assert.True(text.Matches(kept.SecretSha256));
    }

    [Fact]
    public async Task Of_two_who_revoke_at_once_the_first_time_stays()
    {
        var (key, _) = await host.Keys.CreateAsync("twice", Role.Viewer, validFor: null, CancellationToken.None);

        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.Keys.RevokeAsync(key.Id, CancellationToken.None))));

        Assert.Single(both.Select(revoked => revoked!.RevokedAt).Distinct());
    }

    [Fact]
    public async Task A_token_of_the_command_line_counts()
    {
        var made = await CommandLineRun.RunAsync(["token", "--role", "ANALYST", "--name", "rui", "--expires", "30m", .. host.Settings[6..]]);
        Assert.Equal(ExitCode.Success, made.ExitCode);

        using var response = await host.SendAsync(Query, made.Output.Trim());
        var viewer = (await response.JsonAsync())["data"]!["viewer"]!;

        Assert.Equal("rui", (string?)viewer["name"]);
        Assert.Equal("""["VIEWER","ANALYST"]""", viewer["roles"]!.ToJsonString());
    }

    [Theory]
    [InlineData("token --role BOSS --name x", "BOSS")]
    [InlineData("token --role VIEWER --name x --expires soon", "soon")]
    [InlineData("token --role VIEWER --name x --expires 0h", "0h")]
    [InlineData("token --role VIEWER --name x --expires 9999d", "9999d")]
    [InlineData("token --name x", "--role")]
    [InlineData("key create --role VIEWER", "--name")]
    [InlineData("key", "--help")]
    public async Task Wrong_words_are_a_usage_error(string line, string named)
    {
        var run = await CommandLineRun.RunAsync([.. line.Split(' ')]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token --role VIEWER --name x", "SECRET_KEY")]
    [InlineData("token --role VIEWER --name x --set Auth:SecretKey=short", "too short")]
    [InlineData("token --role VIEWER --name x --set Auth:Authority=https://id.example.org", "id.example.org")]
    [InlineData("token --role VIEWER --name x --set Auth:Algorithm=none", "HS256")]
    public async Task A_token_that_cannot_be_signed_says_why(string line, string reason)
    {
        var run = await CommandLineRun.RunAsync([.. line.Split(' ')]);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_there_cannot_be_revoked()
    {
        var run = await RunAsync("revoke", "ffffffffffff");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Matches(new Regex("no key ffffffffffff"), run.Error);
    }

    private Task<CommandLineRun> RunAsync(string verb, params string[] more) => CommandLineRun.RunAsync(["key", verb, .. more, .. host.Settings[..2]]);

    private Task<HttpResponseMessage> SendAsync(string header, string value) =>
        host.SendAsync(Query, request => request.Headers.TryAddWithoutValidation(header, value));

    private async Task BecomesAsync(HttpStatusCode status, string header, string value, string message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var response = await SendAsync(header, value);
            if (response.StatusCode == status)
            {
                Assert.Equal(message, (string?)(await response.JsonAsync())["errors"]![0]!["message"]);
                return;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
