using NovaCorrente.Host.Cli;
using Spectre.Console;

namespace NovaCorrente.Host.Tests.Cli;

/// <summary>One command line run to its end, with all that it wrote.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandLineRun> RunAsync(params string[] args) => RunAsync(TimeProvider.System, args, CancellationToken.None);

    public static Task<CommandLineRun> RunAsync(TimeProvider time, params string[] args) => RunAsync(time, args, CancellationToken.None);

    public static Task<CommandLineRun> RunAsync(CancellationToken cancellationToken, params string[] args) => RunAsync(TimeProvider.System, args, cancellationToken);

    private static async Task<CommandLineRun> RunAsync(TimeProvider time, string[] args, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new CommandLineConsole(Plain(output), Plain(error));
        var code = await NovaCommandLine.RunAsync(args, console, time, cancellationToken);
        return new CommandLineRun(code, output.ToString(), error.ToString());
    }

    private static IAnsiConsole Plain(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
}
