using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NovaCorrente.Host.Requests.Admission;
using NovaCorrente.Host.Requests.Cost;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Requests.Persisted;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Host.Requests;

/// <summary>Registers what lies between a transport and the engine. The schema itself comes from elsewhere, as <c>ISchema</c>.</summary>
internal static class RequestServices
{
    public static IServiceCollection AddGraphQLRequests(this IServiceCollection services)
    {
        services.AddOptions<ExecutionLimits>()
            .Configure<IHostEnvironment>((limits, environment) => limits.AllowExplain = limits.AllowIntrospection = environment.IsDevelopment())
            .BindConfiguration("GraphQL").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CostOptions>().BindConfiguration("GraphQL:Cost").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ConcurrencyOptions>().BindConfiguration("GraphQL:Concurrency").ValidateDataAnnotations()
            .Validate<IServiceProvider>(LeavesConnections, "GraphQL:Concurrency:MaxExports must be less than Serving:Database:Connections, lest files leave none for queries.")
            .ValidateOnStart();
        services.AddOptions<RateLimitOptions>()
            .Configure<IHostEnvironment>((limit, environment) => limit.RequestsPerSecond = environment.IsDevelopment() ? 0 : RateLimitOptions.ProductionRate)
            .BindConfiguration("RateLimit").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PersistedOperationOptions>().BindConfiguration("PersistedOperations").ValidateDataAnnotations().ValidateOnStart();

        services.TryAddSingleton<IErrorInfoProvider, ErrorContract>();
        services.TryAddSingleton<IDocumentBuilder, GraphQLDocumentBuilder>();
        services.TryAddSingleton<IDocumentValidator, DocumentValidator>();
        services.TryAddSingleton<IExecutionStrategySelector, DefaultExecutionStrategySelector>();
        services.TryAddSingleton<IDocumentExecuter>(provider => new DocumentExecuter(
            provider.GetRequiredService<IDocumentBuilder>(),
            provider.GetRequiredService<IDocumentValidator>(),
            provider.GetRequiredService<IExecutionStrategySelector>(),
            provider.GetServices<IConfigureExecution>()));
        services.TryAddSingleton<IOperationDocumentStorage, InMemoryOperationDocumentStorage>();
        services.TryAddSingleton<TrustedDocuments>();
        services.TryAddSingleton<OperationDocumentResolver>();
        services.TryAddSingleton<DocumentCompiler>();
        services.TryAddSingleton<CostGuard>();
        services.TryAddSingleton<ExecutionGate>();
        services.TryAddSingleton<ClientRateLimiter>();
        services.TryAddSingleton<RequestRules>();
        services.TryAddSingleton<ResponseJson>();
        services.TryAddSingleton<GraphQLExecutor>();
        return services;
    }

    private static bool LeavesConnections(ConcurrencyOptions concurrency, IServiceProvider services) =>
        services.GetService<ServingOptions>() is not { } serving || concurrency.MaxExports < serving.Database.Connections;
}
