using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>A topic of subscriptions: the channel and the envelope that the contract gives it.</summary>
/// <param name="name">Name of the topic, with the prefix of the installation if it has one.</param>
internal sealed class RedisTopic<T>(string name)
    where T : class
{
    private const int Next = 0;
    private const int Completed = 1;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullsBeAbsent } },
    };

    /// <summary>The channel: upper-case hexadecimal MD5 of the name.</summary>
    public RedisChannel Channel { get; } = RedisChannel.Literal(ChannelOf(name));

    /// <summary>The message that carries an event.</summary>
    public static byte[] Write(T body) => JsonSerializer.SerializeToUtf8Bytes(new Envelope(body, Next), _json);

    /// <summary>What a message says: an event, the end of the topic, or, for one that says nothing known, neither.</summary>
    /// <exception cref="JsonException">It is no message of this topic.</exception>
    public static (T? Body, bool IsEnd) Read(RedisValue message)
    {
        if (message.IsNullOrEmpty)
        {
            return default;
        }

        var envelope = JsonSerializer.Deserialize<Envelope>(((ReadOnlyMemory<byte>)message).Span, _json);
        return envelope?.Kind switch
        {
            Next => (envelope.Body, false),
            Completed => (null, true),
            _ => default,
        };
    }

    // The contract leaves out what is null, whether or not a record demands to be told of it.
    private static void LetNullsBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }

    // A name for a channel, not a safeguard: the contract prescribes it.
#pragma warning disable CA5351
    private static string ChannelOf(string name) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(name)));
#pragma warning restore CA5351

    private sealed record Envelope(T? Body, int Kind);
}
