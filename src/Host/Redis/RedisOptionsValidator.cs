using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Redis;

/// <summary>Refuses a server that cannot be one, at start and by name.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options) =>
        string.IsNullOrEmpty(options.Host) || Uri.CheckHostName(options.Host) != UriHostNameType.Unknown
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Redis:Host '{options.Host}' is neither a name nor an address; the port goes into Redis:Port.");
}
