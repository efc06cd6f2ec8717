using System.Text.Json.Serialization;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Resolvers;

/// <summary>Registers what answers gold fields.</summary>
public static class ResolversRegistration
{
    /// <summary>Adds the compiler, its cache, the server of snapshots and the execution strategy. Needs the pipeline's registrations.</summary>
    public static IServiceCollection AddGoldResolvers(
        this IServiceCollection services, Action<ServingOptions>? serving = null, Action<PagingOptions>? paging = null)
    {
        var servingOptions = new ServingOptions();
        serving?.Invoke(servingOptions);
        var pagingOptions = new PagingOptions();
        paging?.Invoke(pagingOptions);

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(GoldModel.Default);
        services.AddSingleton(servingOptions);
        services.AddSingleton(pagingOptions);
        services.TryAddSingleton<IAccessPolicy, OpenAccessPolicy>();
        services.AddSingleton<PlanCache>();
        services.AddSingleton<GoldQueries>();
        services.AddSingleton<PastSnapshots>();
        services.AddSingleton<SnapshotDatabaseBuilder>();
        services.AddSingleton<SnapshotServer>();
        services.AddSingleton<ISnapshotUsage>(s => s.GetRequiredService<SnapshotServer>());
        services.AddSingleton<IGoldStatus>(s => s.GetRequiredService<SnapshotServer>());
        services.AddSingleton<ISnapshotConsumer>(s => s.GetRequiredService<SnapshotServer>());
        services.AddSingleton<IQueryDatabases>(s => s.GetRequiredService<SnapshotServer>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<SnapshotServer>());
        services.AddSingleton<IGoldSchemaExtension, GoldResolvers>();
        services.AddSingleton<IGoldSchemaExtension, ViewerField>();
        services.AddSingleton<IGoldSchemaExtension, FieldAuthorization>();
        services.AddSingleton(s => new GoldExecutionStrategy(s.GetServices<IQueryDatabases>()));
        services.AddSingleton(s => new GoldMutationStrategy(s.GetServices<IQueryDatabases>()));
        services.AddSingleton(s => new GoldSubscriptionStrategy(s.GetRequiredService<GoldExecutionStrategy>(), s.GetServices<IQueryDatabases>()));
        services.AddSingleton(s => new ExecutionStrategyRegistration(s.GetRequiredService<GoldExecutionStrategy>(), OperationType.Query));
        services.AddSingleton(s => new ExecutionStrategyRegistration(s.GetRequiredService<GoldMutationStrategy>(), OperationType.Mutation));
        services.AddSingleton(s => new ExecutionStrategyRegistration(s.GetRequiredService<GoldSubscriptionStrategy>(), OperationType.Subscription));
        services.AddSingleton<JsonConverter, RawJsonConverter>();
        services.AddSingleton(s => new GoldSchema(
            s.GetRequiredService<GoldModel>(), s.GetRequiredService<PagingOptions>(), s.GetServices<IGoldSchemaExtension>(), s));
        services.AddSingleton<GraphQL.Types.ISchema>(s => s.GetRequiredService<GoldSchema>());
        return services;
    }
}
