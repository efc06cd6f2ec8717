using System.CommandLine;

namespace NovaCorrente.Host.Cli;

/// <summary>One verb of the command line, with whole command lines to learn from that its help shows.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines to learn from.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
