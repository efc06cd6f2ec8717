using System.Diagnostics;

namespace NovaCorrente.Servers;

/// <summary>A script of <c>tests/servers</c>, which starts and stops a server.</summary>
internal static class ServerScript
{
    /// <exception cref="InvalidOperationException">The script failed; the message is what it wrote.</exception>
    public static async Task RunAsync(string name, string command, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("bash", [Find(name), command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{name} {command}: {await output}{await error}");
        }
    }

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "servers", name);
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new FileNotFoundException($"tests/servers/{name}");
    }
}
