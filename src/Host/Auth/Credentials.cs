using System.Net.Http.Headers;

namespace NovaCorrente.Host.Auth;

/// <summary>What a caller shows to prove who it is: a token or a key.</summary>
/// <param name="Token">A bearer token.</param>
/// <param name="ApiKey">A key.</param>
internal readonly record struct Credentials(string? Token, string? ApiKey)
{
    /// <summary>Header of a key; a key may also come in <c>Authorization: ApiKey …</c>.</summary>
    public const string KeyHeader = "X-API-Key";

    private const string AuthorizationHeader = "Authorization";
    private const string Bearer = "Bearer";
    private const string Key = "ApiKey";

    /// <returns>What the headers of a request hold; null when they hold nothing.</returns>
    /// <exception cref="RefusedCredentialsException">They hold something else, or more than one thing.</exception>
    public static Credentials? Of(IHeaderDictionary headers)
    {
        var (authorization, keys) = (headers.Authorization, headers[KeyHeader]);
        return (authorization.Count, keys.Count) switch
        {
            (0, 0) => null,
            (1, 0) => Parse(authorization.ToString()),
            (0, 1) => new Credentials(null, keys.ToString()),
            _ => throw new RefusedCredentialsException("More than one proof of identity was sent; one is enough."),
        };
    }

    /// <returns>What the payload of <c>connection_init</c> holds, where browsers put what they cannot put in headers; null when it holds nothing.</returns>
    /// <exception cref="RefusedCredentialsException">It holds something else.</exception>
    public static Credentials? Of(IReadOnlyDictionary<string, object?>? payload)
    {
        foreach (var (name, value) in payload ?? new Dictionary<string, object?>())
        {
            var text = value as string;
            if (name.Equals("headers", StringComparison.OrdinalIgnoreCase) && value is IReadOnlyDictionary<string, object?> headers)
            {
                return Of(headers);
            }

            if (name.Equals(AuthorizationHeader, StringComparison.OrdinalIgnoreCase))
            {
                return Parse(text);
            }

            if (name.Equals("authToken", StringComparison.OrdinalIgnoreCase))
            {
                return text?.Contains(' ') ?? true ? Parse(text) : new Credentials(text, null);
            }

            if (name.Equals(KeyHeader, StringComparison.OrdinalIgnoreCase))
            {
                return new Credentials(null, text ?? throw Unreadable());
            }
        }

        return null;
    }

    private static Credentials Parse(string? header) =>
        AuthenticationHeaderValue.TryParse(header, out var value) && !string.IsNullOrEmpty(value.Parameter)
            ? value.Scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase) ? new Credentials(value.Parameter, null)
                : value.Scheme.Equals(Key, StringComparison.OrdinalIgnoreCase) ? new Credentials(null, value.Parameter)
                : throw Unreadable()
            : throw Unreadable();

    private static RefusedCredentialsException Unreadable() =>
        new("The proof of identity cannot be read: `Bearer` and a token, or `ApiKey` and a key, are expected.");
}
