using System.CommandLine;
using System.Globalization;

namespace NovaCorrente.Host.Cli;

/// <summary>Options that take a whole number within limits, and say so when they get anything else.</summary>
internal static class WholeNumber
{
    public static Option<long> Option(string name, string description, long value, long minimum, long maximum) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {minimum:N0} to {maximum:N0}, not '{text}'."));
            return value;
        },
    };
}
