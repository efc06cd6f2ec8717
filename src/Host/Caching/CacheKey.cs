using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Resolvers;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Host.Caching;

/// <summary>
/// Hashes everything that an answer depends on: the program, the snapshot, what the reader may see, the document, the operation and the variables.
/// </summary>
internal static class CacheKey
{
    // Another build may write the same snapshot's answers otherwise, and replicas of two builds share one Redis during an update.
    private static readonly string _program = string.Join(
        '/', new[] { typeof(CacheKey), typeof(ResolversRegistration), typeof(GoldModel) }.Select(type => type.Module.ModuleVersionId.ToString("N")));

    /// <returns>The key, or null when the variables hold a number that has no JSON spelling.</returns>
    public static string? Of(string snapshotId, AccessScope scope, string document, string? operationName, Inputs? variables)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(_program);
            json.WriteStringValue(snapshotId);
            json.WriteStringValue(scope.ToString());
            json.WriteStringValue(document);
            json.WriteStringValue(operationName);
            json.WriteStartObject();
            foreach (var (name, value) in (variables ?? Inputs.Empty).OrderBy(v => v.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                if (!TryWrite(json, value))
                {
                    return null;
                }
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(SHA256.HashData(buffer.WrittenSpan));
    }

    // Fields stay in the order in which they were written: in an order argument it says which column comes first.
    private static bool TryWrite(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                return true;
            case string text:
                json.WriteStringValue(text);
                return true;
            case bool flag:
                json.WriteBooleanValue(flag);
                return true;
            case int number:
                json.WriteNumberValue(number);
                return true;
            case long number:
                json.WriteNumberValue(number);
                return true;
            case decimal number:
                json.WriteNumberValue(number);
                return true;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            case BigInteger number:
                json.WriteRawValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return true;
            case IReadOnlyDictionary<string, object?> fields:
                return TryWriteObject(json, fields);
            case IReadOnlyList<object?> items:
                return TryWriteList(json, items);
            default:
                return false;
        }
    }

    private static bool TryWriteObject(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            if (!TryWrite(json, value))
            {
                return false;
            }
        }

        json.WriteEndObject();
        return true;
    }

    private static bool TryWriteList(Utf8JsonWriter json, IReadOnlyList<object?> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            if (!TryWrite(json, item))
            {
                return false;
            }
        }

        json.WriteEndArray();
        return true;
    }
}
