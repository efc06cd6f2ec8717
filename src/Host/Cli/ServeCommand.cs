using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NovaCorrente.Host.Hosting;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova serve</c>: runs the service until it is told to stop.</summary>
internal sealed class ServeCommand(CommandLineConsole console)
{
    /// <summary>Its name.</summary>
    public const string Name = "serve";

    /// <summary>A query to begin with.</summary>
    public const string FirstQuery =
        "{ purchaseLines(first: 3, order: [{ requestedOn: DESC }]) { nodes { requestedOn quantity unit part { name } supplier { displayName } } } }";

    public Command Build()
    {
        var command = new Verb(
            Name,
            "Serves the gold layer as GraphQL until it is stopped; what happens without a verb, too. Takes settings as --Section:Key=value.",
            "nova serve",
            "nova serve --Server:Port=8080 --Pipeline:LandingFolder=/srv/landing",
            "API_PORT=8080 nova serve")
        {
            // Settings are the configuration's business, whatever their names.
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var host = NovaHost.Build([.. arguments.UnmatchedTokens]);
        if (host.Environment.IsDevelopment())
        {
            host.Lifetime.ApplicationStarted.Register(() => Greet(host.Services));
        }

        await StartAsync(host, cancellationToken);
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Success;
    }

    private static async Task StartAsync(WebApplication host, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception e) when (PlainWords.For(e) is not null)
        {
            host.Logger.LogDebug(e, "The service could not start.");

            // What had started is told to stop, or the host would take it for broken. Nobody was served yet, so there is nothing to wait for.
            await host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private void Greet(IServiceProvider services)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        console.WriteProgress(
            $$"""

            Nova Corrente serves GraphQL at {{address}}/graphql
            Open that address in a browser to explore, or paste this into another terminal:

              curl {{address}}/graphql -H 'content-type: application/json' -d '{"query":"{{FirstQuery}}"}'

            Stop with Ctrl+C.

            """);
    }
}
