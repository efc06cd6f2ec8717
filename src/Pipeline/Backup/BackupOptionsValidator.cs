using Microsoft.Extensions.Options;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Refuses settings with which no backup could be made, or which would keep none, at start and by name.</summary>
internal sealed class BackupOptionsValidator : IValidateOptions<BackupOptions>
{
    public ValidateOptionsResult Validate(string? name, BackupOptions options)
    {
        var errors = Problems(options).ToList();
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Problems(BackupOptions options)
    {
        if (options.KeepAllFor < TimeSpan.Zero || options.KeepDays < 0 || options.KeepMonths < 0)
        {
            yield return "Backup:KeepAllFor, Backup:KeepDays and Backup:KeepMonths must not be negative.";
        }

        if (options.LateAfter <= TimeSpan.Zero)
        {
            yield return "Backup:LateAfter must be longer than nothing.";
        }

        if (options.IsEnabled && KeyProblem(options) is { } problem)
        {
            yield return problem;
        }
    }

    private static string? KeyProblem(BackupOptions options)
    {
        try
        {
            BackupKey.Load(options);
            return null;
        }
        catch (BackupException e)
        {
            return e.Message;
        }
    }
}
