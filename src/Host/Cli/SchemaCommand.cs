using System.CommandLine;
using GraphQL.Types;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Schema.GraphTypes.Sdl;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova schema</c>: prints the GraphQL schema.</summary>
internal sealed class SchemaCommand(CommandLineConsole console)
{
    private readonly Option<FileInfo?> _out = new("--out", "-o") { Description = "File to write to. [default: standard output]", HelpName = "FILE" };

    private readonly Option<string[]> _types = new("--type", "-t") { Description = "Only this type; may be given several times.", HelpName = "NAME" };

    public Command Build()
    {
        var command = new Verb(
            "schema",
            "Prints the GraphQL schema in the schema definition language.",
            "nova schema",
            "nova schema --out schema.graphql",
            "nova schema --type PurchaseLine --type Part")
        {
            _out, _types,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        string text;
        await using (var host = NovaHost.Build([]))
        {
            var schema = host.Services.GetRequiredService<ISchema>();
            try
            {
                text = arguments.GetValue(_types) is { Length: > 0 } types ? SchemaSdl.Print(schema, types) : SchemaSdl.Print(schema);
            }
            catch (KeyNotFoundException unknown)
            {
                console.WriteError($"the schema has no type {unknown.Message}.");
                return ExitCode.Failure;
            }
        }

        if (arguments.GetValue(_out) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
        }
        else
        {
            console.WriteLine(text.TrimEnd());
        }

        return ExitCode.Success;
    }
}
