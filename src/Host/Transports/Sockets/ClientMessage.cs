using System.Buffers;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Host.Requests;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>A message of a client of the graphql-transport-ws protocol.</summary>
/// <param name="Type">One of <c>connection_init</c>, <c>ping</c>, <c>pong</c>, <c>subscribe</c>, <c>complete</c>.</param>
/// <param name="Id">Which operation; empty for messages about the connection.</param>
/// <param name="Payload">The payload of connection messages.</param>
/// <param name="Request">The payload of <c>subscribe</c>.</param>
internal sealed record ClientMessage(string Type, string Id, Inputs? Payload, OperationRequest? Request)
{
    /// <exception cref="SocketCloseException">The bytes are not such a message.</exception>
    public static ClientMessage Parse(ReadOnlySequence<byte> utf8)
    {
        try
        {
            return Read(utf8);
        }
        catch (Exception exception) when (exception is RequestException || OperationRequestReader.IsBadJson(exception))
        {
            throw new SocketCloseException(CloseCode.BadRequest, "Invalid message");
        }
    }

    private static ClientMessage Read(ReadOnlySequence<byte> utf8)
    {
        string? type = null;
        string? id = null;
        Utf8JsonReader payload = default;
        var hasPayload = false;

        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        // The type may come after the payload, so the payload is read when everything else is known.
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type":
                    type = reader.GetString();
                    break;
                case "id":
                    id = reader.GetString();
                    break;
                case "payload":
                    payload = reader;
                    hasPayload = true;
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.Read() || type is null)
        {
            throw new JsonException();
        }

        return type switch
        {
            "connection_init" or "ping" or "pong" => new ClientMessage(type, "", hasPayload ? JsonValue.ReadObjectOrNull(ref payload) : null, null),
            "subscribe" when hasPayload && !string.IsNullOrEmpty(id) => new ClientMessage(type, id, null, OperationRequestReader.ReadRequest(ref payload)),
            "complete" when !string.IsNullOrEmpty(id) => new ClientMessage(type, id, null, null),
            _ => throw new JsonException(),
        };
    }
}
