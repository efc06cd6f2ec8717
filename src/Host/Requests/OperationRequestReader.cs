using System.Buffers;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests;

/// <summary>Reads requests from JSON, without an object model in between.</summary>
internal static class OperationRequestReader
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 64 };

    /// <summary>A body: one request, or a list of them.</summary>
    /// <exception cref="RequestException">The body is not JSON, or not of the right shape.</exception>
    public static (IReadOnlyList<OperationRequest> Requests, bool IsBatch) Read(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(WithoutByteOrderMark(json), _options);
        try
        {
            if (json.IsEmpty || !reader.Read())
            {
                throw RequestErrors.EmptyRequest();
            }

            var isBatch = reader.TokenType == JsonTokenType.StartArray;
            var requests = isBatch ? ReadBatch(ref reader) : [ReadRequest(ref reader)];
            return reader.Read() ? throw RequestErrors.InvalidJson() : (requests, isBatch);
        }
        catch (Exception exception) when (IsBadJson(exception))
        {
            throw json.Length == 0 || IsBlank(json) ? RequestErrors.EmptyRequest() : RequestErrors.InvalidJson();
        }
    }

    /// <summary>A single request inside a message whose reader stands on its first token.</summary>
    public static OperationRequest ReadRequest(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw RequestErrors.InvalidRequest();
        }

        var request = new OperationRequest();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            request = ReadProperty(request, ref reader);
        }

        return request;
    }

    /// <summary>A JSON object given as text, as query strings carry variables and extensions.</summary>
    public static Inputs? ReadObject(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json), _options);
        try
        {
            reader.Read();
            var value = JsonValue.ReadObjectOrNull(ref reader);
            return reader.Read() ? throw RequestErrors.InvalidJson() : value;
        }
        catch (Exception exception) when (IsBadJson(exception))
        {
            throw RequestErrors.InvalidJson();
        }
    }

    private static List<OperationRequest> ReadBatch(ref Utf8JsonReader reader)
    {
        var requests = new List<OperationRequest>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            requests.Add(ReadRequest(ref reader));
        }

        return requests;
    }

    private static OperationRequest ReadProperty(OperationRequest request, ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        reader.Read();
        return name switch
        {
            "query" => request with { Query = ReadText(ref reader) },
            "id" or "documentId" => request with { DocumentId = ReadText(ref reader) },
            "operationName" => request with { OperationName = ReadText(ref reader) },
            "extensions" => request with { Extensions = JsonValue.ReadObjectOrNull(ref reader) },
            "variables" when reader.TokenType == JsonTokenType.StartArray => request with { VariableSets = ReadVariableSets(ref reader) },
            "variables" => request with { Variables = JsonValue.ReadObjectOrNull(ref reader) },
            "onError" when ReadText(ref reader) is null or "PROPAGATE" => request,
            _ => throw RequestErrors.InvalidRequest(),
        };
    }

    private static List<Inputs> ReadVariableSets(ref Utf8JsonReader reader)
    {
        var sets = new List<Inputs>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sets.Add(JsonValue.ReadObjectOrNull(ref reader) ?? Inputs.Empty);
        }

        return sets;
    }

    private static string? ReadText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw RequestErrors.InvalidRequest(),
    };

    /// <summary>Invalid UTF-8 and unpaired surrogates surface from the reader as InvalidOperationException.</summary>
    public static bool IsBadJson(Exception exception) => exception is JsonException or InvalidOperationException;

    private static ReadOnlySequence<byte> WithoutByteOrderMark(ReadOnlySequence<byte> json)
    {
        if (json.Length < 3)
        {
            return json;
        }

        Span<byte> start = stackalloc byte[3];
        json.Slice(0, 3).CopyTo(start);
        return start.SequenceEqual("\uFEFF"u8) ? json.Slice(3) : json;
    }

    private static bool IsBlank(ReadOnlySequence<byte> json)
    {
        foreach (var segment in json)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r\n"u8))
            {
                return false;
            }
        }

        return true;
    }
}
