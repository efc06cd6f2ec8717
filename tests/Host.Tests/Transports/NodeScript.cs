using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NovaCorrente.Host.Tests.Transports;

/// <summary>Runs a script of <c>tests/conformance</c>.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(6);

    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var folder = Folder();
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"Run `npm ci` in {folder} first (./test does).");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var limit = new CancellationTokenSource(_limit);
        var output = node.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            node.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end within {_limit}.", late);
        }

        var text = await output + await errors;
        Assert.True(node.ExitCode == 0, $"{script} failed:{Environment.NewLine}{text}");
        return text;
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "conformance"));
}
