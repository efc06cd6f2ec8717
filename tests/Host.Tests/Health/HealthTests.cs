using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Health;

public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-health-");

    public void Dispose() => _folder.Remove();

    [Fact]
    public async Task Health_tells_each_part_and_readiness_leaves_out_what_requests_do_not_need()
    {
        await using var app = NovaHost.Build(
        [
            "--Server:Port=0",
            $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
            $"--Pipeline:LandingFolder={_folder.CreateSubdirectory("landing").FullName}",
            $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
            $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
        ]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        JsonElement health = default, parts = default;

        // A lake that does not answer within two seconds is told to be away, which may happen on a busy machine.
        await Eventually.TrueAsync(async () =>
        {
            health = JsonElement.Parse(await http.GetStringAsync("/health"));
            parts = health.GetProperty("parts");
            return parts.GetProperty("lake").GetProperty("status").GetString() == "healthy";
        });

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal("degraded", parts.GetProperty("gold").GetProperty("status").GetString());
        Assert.True(parts.GetProperty("schedules").GetProperty("data").TryGetProperty("pipeline", out _));

        using var ready = JsonDocument.Parse(await http.GetStringAsync("/health/ready"));
        Assert.Equal(["draining", "gold"], ready.RootElement.GetProperty("parts").EnumerateObject().Select(p => p.Name).Order());
        using var live = JsonDocument.Parse(await http.GetStringAsync("/health/live"));
        Assert.Equal("healthy", live.RootElement.GetProperty("status").GetString());
    }
}
