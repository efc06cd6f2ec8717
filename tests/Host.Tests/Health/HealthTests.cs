using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;

namespace NovaCorrente.Host.Tests.Health;

public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-health-");

    public void Dispose() => _folder.Delete(recursive: true);

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

        using var health = JsonDocument.Parse(await http.GetStringAsync("/health"));
        var parts = health.RootElement.GetProperty("parts");
        Assert.Equal("degraded", health.RootElement.GetProperty("status").GetString());
        Assert.Equal("degraded", parts.GetProperty("gold").GetProperty("status").GetString());
        Assert.Equal("healthy", parts.GetProperty("lake").GetProperty("status").GetString());
        Assert.True(parts.GetProperty("schedules").GetProperty("data").TryGetProperty("pipeline", out _));

        using var ready = JsonDocument.Parse(await http.GetStringAsync("/health/ready"));
        Assert.Equal(["draining", "gold"], ready.RootElement.GetProperty("parts").EnumerateObject().Select(p => p.Name).Order());
        using var live = JsonDocument.Parse(await http.GetStringAsync("/health/live"));
        Assert.Equal("healthy", live.RootElement.GetProperty("status").GetString());
    }
}
