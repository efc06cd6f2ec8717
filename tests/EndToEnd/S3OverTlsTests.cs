using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd;

/// <summary>The way to the lake can be encrypted, and then nobody is believed whose certificate is not trusted.</summary>
public sealed class S3OverTlsTests : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private readonly S3Server _lake;
    private string _authority = "";

    public S3OverTlsTests() => _lake = new S3Server { Certificates = _place.Folder };

    private string Endpoint => $"https://localhost:{_lake.TlsPort}";

    private string[] Settings => [.. _lake.Settings, $"--Lake:Endpoint={Endpoint}"];

    public async Task InitializeAsync()
    {
        _authority = TestAuthority.Write(_place.Folder);
        await _lake.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _lake.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task A_server_of_a_trusted_authority_is_worked_with()
    {
        await _place.WriteSampleAsync(lines: 200);
        await using var host = await HostProcess.StartAsync(_place, new Dictionary<string, string> { ["SSL_CERT_FILE"] = _authority }, Settings);

        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        var first = (string)(await host.AskAsync("{ goldSnapshot { id } }"))["goldSnapshot"]!["id"]!;
        _place.AddPurchaseLine(1000);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        var told = await host.AskAsync($"{{ goldSnapshot {{ number }} past: goldSnapshots(where: {{ id: {{ eq: \"{first}\" }} }}) {{ totalCount }} parts(asOf: \"{first}\") {{ totalCount }} }}");
        Assert.Equal((2, 1), ((int)told["goldSnapshot"]!["number"]!, (int)told["past"]!["totalCount"]!));
        Assert.True((int)told["parts"]!["totalCount"]! > 0, told.ToJsonString());
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_ends_the_start_at_once_and_says_why()
    {
        // So long that nobody would wait for it.
        var (exitCode, output, error) = await HostProcess.RefusedAsync(_place, [.. Settings, "--Lake:Patience=01:00:00"]);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"nova: The lake server {Endpoint} is not trusted: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot. "
                + "The certificate of an authority of your own goes into SSL_CERT_FILE.",
            error.TrimEnd());
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }
}
