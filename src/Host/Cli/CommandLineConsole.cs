using Spectre.Console;

namespace NovaCorrente.Host.Cli;

/// <summary>Where verbs write: results to one side, progress and errors to the other, so that results can be piped.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and errors.</param>
internal sealed record CommandLineConsole(IAnsiConsole Output, IAnsiConsole Error)
{
    /// <summary>The console of this process.</summary>
    public static CommandLineConsole Process() => new(Create(Console.Out), Create(Console.Error));

    /// <summary>A result, as it is: no markup, no wrapping.</summary>
    public void WriteLine(string text = "") => Output.Profile.Out.Writer.WriteLine(text);

    /// <summary>Says in plain words why something cannot be done.</summary>
    public void WriteError(string text) => Error.Profile.Out.Writer.WriteLine($"nova: {text}");

    /// <summary>What goes on, for whoever watches.</summary>
    public void WriteProgress(string text) => Error.Profile.Out.Writer.WriteLine(text);

    private static IAnsiConsole Create(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
