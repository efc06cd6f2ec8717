using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Host.Cli;

/// <summary>Says what went wrong to somebody who does not read stack traces.</summary>
internal static class PlainWords
{
    /// <summary>The sentence for an error that has its cause outside the program; null for one that is the program's own.</summary>
    public static string? For(Exception error) => error switch
    {
        LakeException or BackupException or SampleTooLargeException or RunInProgressException or RunLockUnavailableException => error.Message,
        SnapshotNotFoundException or SnapshotAlreadyCurrentException => error.Message,
        OptionsValidationException e => string.Join(' ', e.Failures),
        UnauthorizedAccessException e => $"no access: {e.Message}",
        DirectoryNotFoundException or FileNotFoundException => $"not found: {error.Message}",
        IOException e => $"cannot read or write: {e.Message}",
        ArgumentException e => e.Message,
        _ => null,
    };
}
