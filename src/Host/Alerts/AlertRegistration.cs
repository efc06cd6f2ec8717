using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace NovaCorrente.Host.Alerts;

/// <summary>Registers alerts.</summary>
internal static class AlertRegistration
{
    private const int Retries = 3;

    /// <summary>Adds alerts with the settings of section <c>Alerts</c>; without a channel nothing is watched. Needs the pipeline and backups.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertOptions>().BindConfiguration("Alerts").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>();
        if (configuration.GetSection("Alerts").Get<AlertOptions>() is not { IsEnabled: true })
        {
            return services;
        }

        // Its log would show the address, which is a secret.
        services.AddHttpClient(WebhookChannel.ClientName).RemoveAllLoggers().AddResilienceHandler("alerts", (pipeline, _) => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }));
        services.AddSingleton<IAlertChannel, WebhookChannel>();
        services.AddSingleton<IAlertChannel, SmtpChannel>();
        services.AddSingleton<IAlertRule, RunRule>();
        services.AddSingleton<IAlertRule, LateRunRule>();
        services.AddSingleton<IAlertRule, LateBackupRule>();
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertDispatcher>();
        services.AddHostedService<AlertService>();
        return services;
    }
}
