using System.CommandLine;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Cli;

/// <summary>The option with a role, in any case.</summary>
internal static class RoleOption
{
    public static Option<Role> Create() => new("--role", "-r")
    {
        Description = $"What its holder may do: {string.Join(", ", Enum.GetValues<Role>().Select(Caller.Spell))}. Each includes those before it.",
        HelpName = "ROLE",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Caller.Parse(text) is { } role)
            {
                return role;
            }

            result.AddError($"There is no role '{text}'.");
            return default;
        },
    };
}
