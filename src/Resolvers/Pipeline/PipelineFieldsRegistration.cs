using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Registers what lets clients see and start the work of the pipeline.</summary>
public static class PipelineFieldsRegistration
{
    /// <summary>
    /// Adds the operations database, the mutations <c>runPipeline</c> and <c>rollbackGold</c>, and the subscriptions. Needs the registrations of the pipeline and
    /// of the gold resolvers; schedules are shown of every registered <see cref="IScheduleSource"/>.
    /// </summary>
    public static IServiceCollection AddPipelineFields(this IServiceCollection services, Action<OperationsOptions>? operations = null)
    {
        var options = new OperationsOptions();
        operations?.Invoke(options);

        services.AddSingleton(options);
        services.AddSingleton<OperationsDatabase>();
        services.AddSingleton<IQueryDatabases>(s => s.GetRequiredService<OperationsDatabase>());
        services.AddSingleton<IHostedService, OperationsFeed>();
        services.AddSingleton<IGoldSchemaExtension, PipelineMutation>();
        services.AddSingleton<IGoldSchemaExtension, RollbackMutation>();
        services.AddSingleton<IGoldSchemaExtension, PipelineSubscriptions>();
        services.AddSingleton<IGoldSchemaExtension, RefreshSubscription>();
        return services;
    }
}
