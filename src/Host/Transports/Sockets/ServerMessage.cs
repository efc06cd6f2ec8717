using System.Buffers;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Host.Requests;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>A message of the server; it is turned into bytes only when its turn to be sent has come.</summary>
internal abstract record ServerMessage
{
    public static readonly ServerMessage Ping = new Bare("ping");

    public static readonly ServerMessage Pong = new Bare("pong");

    public abstract void Write(IBufferWriter<byte> output, ResponseJson json);

    private static void WriteHead(IBufferWriter<byte> output, string type, string? id)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        if (id is not null)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("type"u8, type);
    }

    private static void WritePayload<T>(IBufferWriter<byte> output, ResponseJson json, T payload)
    {
        output.Write(",\"payload\":"u8);
        json.WriteValue(output, payload);
    }

    internal sealed record Bare(string Type) : ServerMessage
    {
        public override void Write(IBufferWriter<byte> output, ResponseJson json)
        {
            WriteHead(output, Type, id: null);
            output.Write("}"u8);
        }
    }

    internal sealed record Acknowledge(IReadOnlyDictionary<string, object?>? Payload) : ServerMessage
    {
        public override void Write(IBufferWriter<byte> output, ResponseJson json)
        {
            WriteHead(output, "connection_ack", id: null);
            if (Payload is not null)
            {
                WritePayload(output, json, Payload);
            }

            output.Write("}"u8);
        }
    }

    internal sealed record Next(string Id, ExecutionResult Result) : ServerMessage
    {
        public override void Write(IBufferWriter<byte> output, ResponseJson json)
        {
            WriteHead(output, "next", Id);
            WritePayload(output, json, Result);
            output.Write("}"u8);
        }
    }

    internal sealed record Error(string Id, IEnumerable<ExecutionError> Errors) : ServerMessage
    {
        public override void Write(IBufferWriter<byte> output, ResponseJson json)
        {
            WriteHead(output, "error", Id);
            WritePayload(output, json, Errors);
            output.Write("}"u8);
        }
    }

    internal sealed record Complete(string Id) : ServerMessage
    {
        public override void Write(IBufferWriter<byte> output, ResponseJson json)
        {
            WriteHead(output, "complete", Id);
            output.Write("}"u8);
        }
    }
}
