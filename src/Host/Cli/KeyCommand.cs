using System.CommandLine;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova key</c>: makes, lists and revokes the API keys of tools that cannot sign in.</summary>
internal sealed class KeyCommand(CommandLineConsole console)
{
    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Command("key", "Makes, lists and revokes API keys, for tools that cannot sign in. They lie in the lake, hashed.")
        {
            Create(), List(), Revoke(),
        };
        return command;
    }

    private Verb Create()
    {
        var role = RoleOption.Create();
        var name = new Option<string>("--name", "-n") { Description = "Who or what will use it.", HelpName = "NAME", Required = true };
        var expires = TimeSpanOption.Create("--expires", "How long it counts. [default: until it is revoked]");
        var verb = new Verb("create", "Makes a key and prints it, which is done only once.", "nova key create --role VIEWER --name power-bi --expires 90d") { role, name, expires };
        OnStore(verb, async (store, arguments, cancellationToken) =>
        {
            var (key, text) = await store.CreateAsync(
                arguments.GetRequiredValue(name), arguments.GetRequiredValue(role), arguments.GetValue(expires), cancellationToken);
            console.WriteProgress($"Key {key.Id} for {key.Name}, {Caller.Spell(key.Role)}, {End(key)}. Send it as header X-API-Key. It is not shown again:");
            console.WriteLine(text.ToString());
            return ExitCode.Success;
        });
        return verb;
    }

    private Verb List()
    {
        var verb = new Verb("list", "Lists the keys, without their secrets.", "nova key list");
        OnStore(verb, async (store, _, cancellationToken) =>
        {
            foreach (var key in await store.ListAsync(cancellationToken))
            {
                console.WriteLine(FormattableString.Invariant($"{key.Id}  {Caller.Spell(key.Role),-8}  made {key.CreatedAt:yyyy-MM-dd}  {End(key),-32}  {key.Name}"));
            }

            return ExitCode.Success;
        });
        return verb;
    }

    private Verb Revoke()
    {
        var id = new Argument<string>("id") { Description = "The id of the key, as `nova key list` shows it." };
        var verb = new Verb("revoke", "Revokes a key: within seconds it no longer counts anywhere.", "nova key revoke 0c5e1f2a9b37") { id };
        OnStore(verb, async (store, arguments, cancellationToken) =>
        {
            if (await store.RevokeAsync(arguments.GetRequiredValue(id), cancellationToken) is not { } key)
            {
                console.WriteError($"there is no key {arguments.GetRequiredValue(id)}.");
                return ExitCode.Failure;
            }

            console.WriteLine($"Key {key.Id} for {key.Name}: {End(key)}.");
            return ExitCode.Success;
        });
        return verb;
    }

    private void OnStore(Verb verb, Func<ApiKeyStore, ParseResult, CancellationToken, Task<int>> run)
    {
        _settings.AddSettingsTo(verb);
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var session = CredentialSession.Build(_settings.Read(arguments));
            await session.Services.GetRequiredService<ILake>().PrepareAsync(cancellationToken);
            return await run(session.Services.GetRequiredService<ApiKeyStore>(), arguments, cancellationToken);
        });
    }

    private static string End(ApiKey key) =>
        key.RevokedAt is { } revoked ? FormattableString.Invariant($"revoked {revoked:yyyy-MM-dd HH:mm}Z")
        : key.ExpiresAt is { } end ? FormattableString.Invariant($"until {end:yyyy-MM-dd HH:mm}Z")
        : "until it is revoked";
}
