using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Resolvers.Pipeline;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>Pipeline and reading side together, in folders of their own, as the host puts them together.</summary>
public sealed class ServiceFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-service-").FullName;
    private readonly ServiceProvider _services;
    private readonly GraphQLSerializer _serializer = new(options => options.Converters.Add(new RawJsonConverter()));
    private readonly DocumentExecuter _executer;

    private ServiceFixture(Action<IServiceCollection> change)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Lake:Folder"] = Path.Combine(_folder, "lake"),
            ["Pipeline:LandingFolder"] = Directory.CreateDirectory(Path.Combine(_folder, "landing")).FullName,
            ["Pipeline:WorkFolder"] = Path.Combine(_folder, "work"),
            ["Pipeline:MemoryLimit"] = "256MB",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLake(configuration);
        services.AddPipeline(configuration);
        services.Configure<PipelineOptions>(options => options.RequiredSources.Clear());
        services.AddGoldResolvers(options =>
        {
            options.Folder = Path.Combine(_folder, "serving");

            // Tests look when they want to.
            options.PollInterval = TimeSpan.FromHours(1);
        });
        services.AddPipelineFields();
        change(services);
        _services = services.BuildServiceProvider();
        _executer = new DocumentExecuter(
            new GraphQLDocumentBuilder(),
            new DocumentValidator(),
            new DefaultExecutionStrategySelector(_services.GetServices<ExecutionStrategyRegistration>()),
            []);
    }

    /// <summary>Makes and starts the services.</summary>
    public static async Task<ServiceFixture> StartAsync(Action<IServiceCollection>? change = null)
    {
        var fixture = new ServiceFixture(change ?? (_ => { }));
        var services = fixture._services.GetServices<IHostedService>().ToList();
        foreach (var service in services.OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        foreach (var service in services)
        {
            await service.StartAsync(CancellationToken.None);
        }

        return fixture;
    }

    /// <summary>The same with a runner that does only what a test says.</summary>
    public static async Task<ServiceFixture> StartWithScriptAsync(Action<IServiceCollection>? change = null) => await StartAsync(services =>
    {
        services.AddSingleton<ScriptedRunner>();
        services.Replace(ServiceDescriptor.Singleton<IPipelineRunner>(s => s.GetRequiredService<ScriptedRunner>()));
        change?.Invoke(services);
    });

    /// <summary>Where source files are put.</summary>
    public string Landing => Path.Combine(_folder, "landing");

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal OperationsDatabase Operations => Get<OperationsDatabase>();

    public Task<ExecutionResult> RunAsync(string query, object? variables = null, CancellationToken cancellationToken = default) =>
        _executer.ExecuteAsync(options =>
        {
            options.Schema = Get<ISchema>();
            options.Query = query;
            options.Variables = variables is null ? null : _serializer.Deserialize<Inputs>(JsonSerializer.Serialize(variables));
            options.ValidationRules = DocumentValidator.CoreRules.Append(new WrittenOrderRule());
            options.CancellationToken = cancellationToken;
            options.RequestServices = _services;
        });

    /// <summary>The answer as JSON text.</summary>
    public async Task<string> AskAsync(string query, object? variables = null) => Text(await RunAsync(query, variables));

    /// <summary>Subscribes; the answers are read from what comes back.</summary>
    public async Task<Listener> ListenAsync(string query, object? variables = null)
    {
        var result = await RunAsync(query, variables);
        Assert.True(result.Streams is not null, Text(result));
        return new Listener(result.Streams.Values.Single(), Text);
    }

    public string Text(ExecutionResult result)
    {
        using var stream = new MemoryStream();
        _serializer.WriteAsync(stream, result).GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
