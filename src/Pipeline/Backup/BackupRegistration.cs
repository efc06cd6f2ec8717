using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Registers backups.</summary>
public static class BackupRegistration
{
    /// <summary>Adds <see cref="IBackups"/> with the settings of section <c>Backup</c>. Needs the lake and the pipeline.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackupOptions>().Bind(configuration.GetSection("Backup")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupOptionsValidator>();
        return services.AddSingleton<IBackups, Backups>();
    }
}
