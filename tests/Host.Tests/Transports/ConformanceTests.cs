namespace NovaCorrente.Host.Tests.Transports;

/// <summary>The public audits and clients of the protocols, run by Node against the live server.</summary>
public sealed class ConformanceTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("http-audit.mjs")]
    [InlineData("ws-client.mjs")]
    [InlineData("sse-client.mjs")]
    public async Task The_server_satisfies_the_public_suite(string script) =>
        await NodeScript.RunAsync(script, new Uri(server.BaseAddress, "/graphql").ToString());
}
