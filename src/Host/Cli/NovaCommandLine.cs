using System.CommandLine;
using System.CommandLine.Invocation;

namespace NovaCorrente.Host.Cli;

/// <summary>The command line: a verb each for what the host can do. Without a verb it serves.</summary>
internal static class NovaCommandLine
{
    // Whatever else is stopped gets this long to leave things in order.
    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(30);

    private static readonly string[] RootOptions = ["-h", "--help", "-?", "/?", "/h", "--version"];

    /// <summary>Runs one command line to its end and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, CommandLineConsole.Process(), TimeProvider.System, CancellationToken.None);

    /// <summary>The same with a console, a clock and a stop of one's own.</summary>
    public static async Task<int> RunAsync(string[] args, CommandLineConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var command = Build(console, time).Parse(WithVerb(args));
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = console.Output.Profile.Out.Writer,
            Error = console.Error.Profile.Out.Writer,
            // The service ends in its own order and in its own time.
            ProcessTerminationTimeout = command.CommandResult.Command.Name is ServeCommand.Name ? null : _stopTimeout,
        };
        if (command.Action is ParseErrorAction misunderstood)
        {
            misunderstood.ShowHelp = false;
            await command.InvokeAsync(invocation, cancellationToken);
            console.WriteError($"see nova {PathOf(command.CommandResult.Command)}--help");
            return ExitCode.Usage;
        }

        try
        {
            return await command.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            console.WriteError("stopped.");
            return ExitCode.Failure;
        }
        catch (Exception e) when (PlainWords.For(e) is { } words)
        {
            console.WriteError(words);
            return ExitCode.Failure;
        }
    }

    private static RootCommand Build(CommandLineConsole console, TimeProvider time)
    {
        var root = new RootCommand("Nova Corrente: a GraphQL data service over the analytical gold layer of telecom tower maintenance.")
        {
            HelpName = "nova",
        };
        root.Add(new ServeCommand(console).Build());
        root.Add(new SampleCommand(console, time).Build());
        root.Add(new RunPipelineCommand(console, time).Build());
        root.Add(new ValidateCommand(console, time).Build());
        root.Add(new RollbackCommand(console, time).Build());
        root.Add(new BackupCommand(console, time).Build());
        root.Add(new BackupsCommand(console, time).Build());
        root.Add(new VerifyBackupCommand(console, time).Build());
        root.Add(new RestoreCommand(console, time).Build());
        root.Add(BackupKeyCommand.Build(console));
        root.Add(new SchemaCommand(console).Build());
        root.Add(new ExplainCommand(console).Build());
        root.Add(new TokenCommand(console).Build());
        root.Add(new KeyCommand(console).Build());
        root.Add(HealthCommand.Build(console));
        HelpWithExamples.AddTo(root);
        return root;
    }

    private static string PathOf(Symbol command) =>
        command is RootCommand ? "" : string.Concat(command.Parents.Select(PathOf)) + command.Name + " ";

    /// <summary>Nothing, or nothing but settings, means serve: that is how service managers and containers start it.</summary>
    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && !RootOptions.Contains(args[0])) ? [ServeCommand.Name, .. args] : args;
}
