using System.Diagnostics;
using System.Globalization;

namespace NovaCorrente.Bench;

/// <summary>The product itself, as a process with its own memory.</summary>
internal static class NovaProcess
{
    /// <summary>Runs a verb to its end; gives the time it took and the most memory it held.</summary>
    public static async Task<(TimeSpan Elapsed, long PeakBytes)> RunAsync(Arguments data, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(data, arguments);
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(50);
        }

        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(started), peak)
            : throw new InvalidOperationException($"nova {arguments[0]} ended with {process.ExitCode}.");
    }

    public static Process Start(Arguments data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NovaCorrente.Host.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateDirectory(data.Folder).FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Lake__Folder"] = Path.Combine(data.Folder, "lake");
        start.Environment["Serving__Folder"] = Path.Combine(data.Folder, "serving");
        start.Environment["Pipeline__WorkFolder"] = Path.Combine(data.Folder, "work");
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, e) => Console.Error.WriteLine(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Makes sample data and a published snapshot, unless an earlier run left them.</summary>
    public static async Task PrepareAsync(Arguments data)
    {
        if (!Directory.Exists(Path.Combine(data.Folder, "landing")))
        {
            Console.WriteLine($"Writing {data.Lines:N0} purchase lines ...");
            await RunAsync(data, "sample", "--lines", data.Lines.ToString(CultureInfo.InvariantCulture), "--out", "landing");
        }

        if (!File.Exists(Path.Combine(data.Folder, "lake", "gold", "current.json")))
        {
            Console.WriteLine("Publishing them ...");
            await RunAsync(data, "run-pipeline", "--landing", "landing");
        }
    }

    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
