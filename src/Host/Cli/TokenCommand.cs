using System.CommandLine;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using NovaCorrente.Host.Auth;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova token</c>: signs a bearer token with the service's secret, and revokes one.</summary>
internal sealed class TokenCommand(CommandLineConsole console)
{
    private static readonly TimeSpan _usual = TimeSpan.FromHours(8);

    private readonly Option<Role> _role = RoleOption.Create();

    private readonly Option<string> _name = new("--name", "-n") { Description = "The name to show.", HelpName = "NAME", Required = true };

    private readonly Option<TimeSpan?> _expires = TimeSpanOption.Create("--expires", "How long it counts. [default: 8h]");

    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Verb(
            "token",
            "Prints a bearer token, signed with SECRET_KEY.",
            "nova token --role VIEWER --name ana",
            "curl -H \"Authorization: Bearer $(nova token --role ANALYST --name ana --expires 1h)\" …")
        {
            _role, _name, _expires, Revoke(),
        };
        _settings.AddSettingsTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        using var session = CredentialSession.Build(_settings.Read(arguments));
        var issuer = session.Services.GetRequiredService<TokenIssuer>();
        try
        {
            var (token, id) = issuer.Issue(arguments.GetRequiredValue(_name), arguments.GetRequiredValue(_role), arguments.GetValue(_expires) ?? _usual);
            console.WriteProgress($"To revoke it before it expires: nova token revoke {id}");
            console.WriteLine(token);
            return ExitCode.Success;
        }
        catch (InvalidOperationException refusal)
        {
            console.WriteError(refusal.Message);
            return ExitCode.Failure;
        }
    }

    private Verb Revoke()
    {
        var shown = new Argument<string>("token") { Description = "The token, or its id (jti) if that is all there is." };
        var verb = new Verb("revoke", "Revokes a token: within seconds it no longer counts anywhere.", "nova token revoke 9f2c64d1a07b4e3f8c5d6a7b8e9f0a1b") { shown };
        _settings.AddSettingsTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var session = CredentialSession.Build(_settings.Read(arguments));
            try
            {
                var (id, name, expiresAt) = await ReadAsync(session.Services, arguments.GetRequiredValue(shown), cancellationToken);
                await session.Services.GetRequiredService<ILake>().PrepareAsync(cancellationToken);
                await session.Services.GetRequiredService<RevokedTokenStore>().RevokeAsync(id, name, expiresAt, cancellationToken);
                console.WriteLine($"Token {id}{(name is null ? "" : $" of {name}")} is revoked.");
                return ExitCode.Success;
            }
            catch (RefusedCredentialsException refusal)
            {
                console.WriteError($"there is nothing to revoke: {refusal.Message}");
                return ExitCode.Failure;
            }
        });
        return verb;
    }

    // Of an id alone nobody can tell when its token ends, so that is kept for as long as any token may count.
    private static async Task<(string Id, string? Name, DateTimeOffset ExpiresAt)> ReadAsync(IServiceProvider services, string shown, CancellationToken cancellationToken)
    {
        if (!new JsonWebTokenHandler().CanReadToken(shown))
        {
            // How a provider spells its ids is not known here; of one's own, a mistyped one must not look revoked.
            if (!services.GetRequiredService<IOptions<AuthOptions>>().Value.HasAuthority && !TokenIssuer.IsId(shown))
            {
                throw new RefusedCredentialsException($"'{shown}' is neither a token nor the id of one, which is 32 hexadecimal digits.");
            }

            return (shown, null, services.GetRequiredService<TimeProvider>().GetUtcNow() + TimeSpanOption.Longest);
        }

        var holder = await services.GetRequiredService<BearerTokens>().AuthenticateAsync(shown, cancellationToken);
        return (holder.FindFirst(BearerTokens.IdClaim)!.Value, holder.Identity!.Name, Caller.ExpiresAt(holder)!.Value);
    }
}
