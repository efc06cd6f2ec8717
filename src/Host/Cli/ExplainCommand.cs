using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Requests;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova explain</c>: runs a query on the current snapshot and shows the SQL that answered it.</summary>
internal sealed class ExplainCommand(CommandLineConsole console)
{
    private readonly Argument<string> _query = new("query") { Description = "The query, or - to read it from standard input." };

    private readonly Option<string?> _variables = new("--variables", "-v") { Description = "Its variables, as a JSON object.", HelpName = "JSON" };

    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Verb(
            "explain",
            "Runs a query on the current snapshot and shows the SQL, its parameters and its times.",
            "nova explain '{ parts(first: 5) { nodes { partCode name } } }'",
            "nova explain - --variables '{\"n\": 5}' < query.graphql")
        {
            _query, _variables,
        };
        _settings.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var query = arguments.GetRequiredValue(_query);
        query = query == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : query;
        Inputs? variables;
        try
        {
            variables = arguments.GetValue(_variables) is { } json ? new GraphQLSerializer().Deserialize<Inputs>(json) : null;
        }
        catch (JsonException error)
        {
            console.WriteError($"the variables are not a JSON object: {error.Message}");
            return ExitCode.Usage;
        }

        using var answer = await AskAsync(new OperationRequest { Query = query, Variables = variables }, _settings.Read(arguments), cancellationToken);
        return Show(answer.RootElement);
    }

    private static async Task<JsonDocument> AskAsync(
        OperationRequest request, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var host = NovaHost.Build(
        [
            "--Logging:LogLevel:Default=None",
            "--GraphQL:AllowExplain=true",
            .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        await host.Services.GetRequiredService<ILake>().PrepareAsync(cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var context = new RequestContext
        {
            Services = scope.ServiceProvider,
            // Whoever can start this program on the lake can read all of it anyway.
            User = Caller.Create("Local", Environment.UserName, Environment.UserName, [Role.Admin], expiresAt: null),
            Allowed = AllowedOperations.Query,
            WantsExplanation = true,
        };
        var result = await host.Services.GetRequiredService<GraphQLExecutor>().ExecuteAsync(request, context, cancellationToken);
        var json = new ArrayBufferWriter<byte>();
        host.Services.GetRequiredService<ResponseJson>().Write(json, result.Result);
        return JsonDocument.Parse(json.WrittenMemory);
    }

    private int Show(JsonElement answer)
    {
        if (answer.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty(Explanation.Extension, out var explanations))
        {
            foreach (var field in explanations.EnumerateArray())
            {
                Show(field.Deserialize<Explanation>()!);
            }
        }

        if (!answer.TryGetProperty("errors", out var errors))
        {
            return ExitCode.Success;
        }

        foreach (var error in errors.EnumerateArray())
        {
            console.WriteError(error.GetProperty("message").GetString()!);
        }

        return ExitCode.Failure;
    }

    private void Show(Explanation field)
    {
        console.WriteLine($"-- {field.Field}");
        console.WriteLine($"{field.Sql};");
        foreach (var (index, value) in field.Parameters.Index())
        {
            console.WriteLine(FormattableString.Invariant($"-- ${index + 1} = {value ?? "null"}"));
        }

        console.WriteLine(FormattableString.Invariant(
            $"-- {field.Rows:N0} rows from snapshot {field.Snapshot}; compiled in {field.CompileMilliseconds:0.00} ms, executed in {field.ExecuteMilliseconds:0.00} ms, written in {field.WriteMilliseconds:0.00} ms"));
        console.WriteLine();
    }
}
