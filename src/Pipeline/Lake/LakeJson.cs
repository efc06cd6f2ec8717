using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Small JSON objects in a lake.</summary>
public static class LakeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The value stored under a key, or null when there is none.</summary>
    /// <exception cref="LakeException">What is stored is no such value.</exception>
    public static async Task<T?> ReadJsonAsync<T>(this ILake lake, LakeLayer layer, string key, CancellationToken cancellationToken)
        where T : class
    {
        await using var stream = await lake.OpenReadAsync(layer, key, cancellationToken);
        return stream is null ? null : await ReadAsync<T>(stream, $"'{key}' in the {layer} layer", cancellationToken);
    }

    /// <summary>The value that a stream holds.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LakeException">It holds no such value.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, string name, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, Options, cancellationToken) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new LakeException(LakeFault.Corrupt, $"{name} is damaged: {e.Message}", e);
        }
    }

    /// <summary>Stores a value under a key.</summary>
    public static async Task WriteJsonAsync<T>(this ILake lake, LakeLayer layer, string key, T value, CancellationToken cancellationToken)
    {
        using var content = ToStream(value);
        await lake.PutAsync(layer, key, content, cancellationToken);
    }

    /// <summary>Stores a value unless somebody else has since its version was read.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="expectedTag">The version that is to be replaced; null when there is to be none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The new version, or null when another one is there.</returns>
    public static async Task<string?> TryWriteJsonAsync<T>(
        this ILake lake, LakeLayer layer, string key, T value, string? expectedTag, CancellationToken cancellationToken)
    {
        using var content = ToStream(value);
        return (await lake.PutIfUnchangedAsync(layer, key, expectedTag, content, cancellationToken))?.Tag;
    }

    /// <summary>The value as the content of an object.</summary>
    public static MemoryStream ToStream<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Options), writable: false);
}
