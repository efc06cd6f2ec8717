using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NovaCorrente.Host.Cli;

/// <summary>Options that take a length of time as a number and a unit, such as <c>30m</c>, <c>8h</c> or <c>90d</c>.</summary>
internal static class TimeSpanOption
{
    /// <summary>The longest time that is taken.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static Option<TimeSpan?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = Parse,
    };

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length > 1
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Unit(text[^1]) is { } unit
            && unit * number is { Ticks: > 0 } length
            && length <= Longest)
        {
            return length;
        }

        result.AddError($"A time is written as a number and s, m, h or d, for example 8h or 90d, of ten years at most; not '{text}'.");
        return null;
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
