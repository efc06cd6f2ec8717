using System.Net;
using System.Net.Sockets;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd;

/// <summary>The last step of a start fails, when all that works in the background is at work already.</summary>
public sealed class TakenPortTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        _other.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task The_start_ends_with_one_sentence_and_in_order()
    {
        _other.Start();
        var port = ((IPEndPoint)_other.LocalEndpoint).Port;

        // Who never served has nobody to wait for.
        var (exitCode, output, error) = await HostProcess.RefusedAsync(
            _place, "--Server:Host=127.0.0.1", $"--Server:Port={port}", "--Server:DrainDelay=00:10:00", "--Server:ShutdownTimeout=00:10:00");

        Assert.Equal(1, exitCode);
        Assert.Equal($"nova: cannot read or write: Failed to bind to address http://127.0.0.1:{port}: address already in use.", error.TrimEnd());
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }
}
