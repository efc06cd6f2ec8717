using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Tokens made by hand, so that there can be wrong ones.</summary>
internal static class TestTokens
{
    public const string Secret = "Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pXe7aVoQiMt4nBk";

    public static string Of(Role role, string name = "ana", TimeSpan? validFor = null) => Sign(Claims(role, name, validFor));

    public static JsonObject Claims(Role role, string name = "ana", TimeSpan? validFor = null) => new()
    {
        ["sub"] = name,
        ["name"] = name,
        ["roles"] = new JsonArray(Caller.Spell(role)),
        ["exp"] = DateTimeOffset.UtcNow.Add(validFor ?? TimeSpan.FromHours(1)).ToUnixTimeSeconds(),
    };

    public static string Sign(JsonObject claims, string secret = Secret, string algorithm = "HS256", JsonObject? header = null)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return Assemble(header ?? new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" }, claims, content => algorithm switch
        {
            "HS512" => HMACSHA512.HashData(key, content),
            "HS384" => HMACSHA384.HashData(key, content),
            _ => HMACSHA256.HashData(key, content),
        });
    }

    public static string Assemble(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header)}.{Encode(claims)}";
        return $"{content}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
