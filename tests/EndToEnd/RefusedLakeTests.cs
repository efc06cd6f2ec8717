using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd;

/// <summary>What an operator reads whose key for the lake is wrong.</summary>
public sealed class RefusedLakeTests(S3Server lake) : IClassFixture<S3Server>, IDisposable
{
    private readonly Workplace _place = new();

    private string Sentence => $"nova: The lake server {lake.Endpoint} refuses access key '{S3Server.Key}' for bucket 'bronze': wrong key, wrong secret or no right.";

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task The_start_ends_with_one_sentence_and_no_stack_trace(string environment)
    {
        var (exitCode, output, error) = await HostProcess.RefusedAsync(_place, [.. Settings, $"--environment={environment}"]);

        Assert.Equal(1, exitCode);
        Assert.Equal(Sentence, error.TrimEnd());
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_details_are_in_the_log_for_whoever_wants_them()
    {
        var (exitCode, output, error) = await HostProcess.RefusedAsync(_place, [.. Settings, "--Logging:LogLevel:NovaCorrente.Host=Debug"]);

        Assert.Equal(1, exitCode);
        Assert.Equal(Sentence, error.TrimEnd());
        Assert.Contains("The service could not start.", output, StringComparison.Ordinal);
        Assert.Contains("LakeException", output, StringComparison.Ordinal);
    }

    private string[] Settings => [.. lake.Settings, "--Lake:SecretKey=not-the-secret", "--Auth:SecretKey=an-anchor-in-the-bay-of-all-saints-1549"];
}
