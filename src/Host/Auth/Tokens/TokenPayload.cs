using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>What a token says about its bearer. Providers put roles at different places and in different forms.</summary>
internal sealed class TokenPayload
{
    /// <summary>The claim with the id of a token.</summary>
    public const string IdClaim = "jti";

    private static readonly string[] _names = ["name", "preferred_username", "email", "sub"];

    private readonly JsonElement _claims;
    private readonly string _text;

    private TokenPayload(JsonElement claims, string text) => (_claims, _text) = (claims, text);

    public static TokenPayload Of(SecurityToken token)
    {
        var encoded = (JsonWebToken)token;
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded.EncodedPayload));
        return new TokenPayload(json.RootElement.Clone(), $"{encoded.EncodedHeader}.{encoded.EncodedPayload}");
    }

    /// <summary>
    /// What tells the token apart from all others: its <c>jti</c>, or a hash of what is signed, for not every issuer gives one. The signature is no part
    /// of that, as it can be written in more than one way.
    /// </summary>
    public string Id => Text(IdClaim) is { Length: > 0 } id ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_text)));

    /// <summary>What tells the bearer apart from others of the same name.</summary>
    public string? Subject => Text(Caller.SubjectClaim);

    /// <summary>The name to show.</summary>
    public string? Name => _names.Select(Text).FirstOrDefault(name => !string.IsNullOrEmpty(name));

    /// <summary>The roles that this service knows among those of a claim; the claim is one text or a list.</summary>
    public IEnumerable<Role> Roles(string claim)
    {
        if (Find(claim) is not { } found)
        {
            return [];
        }

        var texts = found.ValueKind is JsonValueKind.Array ? found.EnumerateArray() : Enumerable.Repeat(found, 1);
        return texts.Where(text => text.ValueKind is JsonValueKind.String).Select(text => Caller.Parse(text.GetString()!)).OfType<Role>().Distinct();
    }

    private string? Text(string claim) =>
        _claims.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    // A name with points may be one name, as those that are addresses, or a way into objects.
    private JsonElement? Find(string claim)
    {
        if (_claims.TryGetProperty(claim, out var whole))
        {
            return whole;
        }

        var place = _claims;
        foreach (var step in claim.Split('.'))
        {
            if (place.ValueKind is not JsonValueKind.Object || !place.TryGetProperty(step, out place))
            {
                return null;
            }
        }

        return place;
    }
}
