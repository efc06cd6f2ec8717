using System.CommandLine;

namespace NovaCorrente.Host.Cli;

/// <summary>The settings that a command line gives, which win over configuration and environment.</summary>
internal sealed class SettingOptions
{
    private const string LandingFolder = "Pipeline:LandingFolder";

    private readonly Option<DirectoryInfo?> _landing = new("--landing", "-l")
    {
        Description = $"Folder with the source files. [default: setting {LandingFolder}, which is .data/landing unless set]",
        HelpName = "DIR",
    };

    private readonly Option<string[]> _settings = new("--set", "-s")
    {
        Description = "A setting, as Section:Key=value; may be given several times.",
        HelpName = "KEY=VALUE",
    };

    public SettingOptions()
    {
        _landing.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Directory.Exists(result.Tokens[0].Value))
            {
                result.AddError($"There is no folder {result.Tokens[0].Value}.");
            }
        });
        _settings.Validators.Add(result =>
        {
            foreach (var setting in result.Tokens.Select(token => token.Value).Where(setting => setting.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"A setting is written as Section:Key=value, not '{setting}'.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_landing);
        AddSettingsTo(command);
    }

    /// <summary>For verbs that read no source files.</summary>
    public void AddSettingsTo(Command command) => command.Add(_settings);

    public Dictionary<string, string?> Read(ParseResult arguments)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in arguments.GetValue(_settings) ?? [])
        {
            var parts = setting.Split('=', 2);
            settings[parts[0]] = parts[1];
        }

        if (arguments.GetResult(_landing) is not null && arguments.GetValue(_landing) is { } landing)
        {
            settings[LandingFolder] = landing.FullName;
        }

        return settings;
    }
}
