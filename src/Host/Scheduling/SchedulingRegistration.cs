using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Resolvers.Operations;
using Quartz;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Registers the jobs that run by the clock.</summary>
internal static class SchedulingRegistration
{
    /// <summary>Adds the scheduler and its work, with the settings of section <c>Schedules</c>. Needs the pipeline's registrations.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().BindConfiguration("Schedules").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
        services.AddSingleton<IScheduledWork, PipelineWork>();
        services.AddSingleton<IScheduledWork, RetentionWork>();
        if (configuration.GetSection("Backup").Get<BackupOptions>() is { IsEnabled: true })
        {
            services.AddSingleton<IScheduledWork, BackupWork>();
        }

        services.AddSingleton<ScheduleRecord>();
        services.AddSingleton<IScheduleSource, ScheduleSource>();
        services.AddHostedService<ScheduleStarter>();
        services.AddQuartz(quartz => quartz.AddJobType<ScheduledJob>());
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }
}
