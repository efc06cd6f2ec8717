using System.Text;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// The rule that makes a key valid in every lake: segments joined by <c>/</c>, none empty or starting with a dot, no backslash or control
/// character, at most 200 UTF-8 bytes a segment and 900 in all. A key is never also the folder of another one.
/// </summary>
internal static class LakeKey
{
    private const int MaximumBytes = 900;
    private const int MaximumSegmentBytes = 200;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Keys in the order of their UTF-8 bytes, which is the order of object stores.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <exception cref="ArgumentException">The key breaks the rule.</exception>
    public static void Check(string key)
    {
        if (key.Length == 0)
        {
            throw new ArgumentException("A lake key must not be empty.", nameof(key));
        }

        CheckSegments(key, key.Split('/'));
    }

    /// <exception cref="ArgumentException">No valid key starts with this prefix.</exception>
    public static void CheckPrefix(string prefix)
    {
        var segments = prefix.Split('/');
        CheckSegments(prefix, segments[^1].Length == 0 ? segments[..^1] : segments);
    }

    private static void CheckSegments(string key, string[] segments)
    {
        if (ByteCount(key) > MaximumBytes)
        {
            throw new ArgumentException($"The lake key '{key}' is longer than {MaximumBytes} bytes.", nameof(key));
        }

        foreach (var segment in segments)
        {
            if (segment.Length == 0 || segment[0] == '.' || segment.Contains('\\') || segment.Any(char.IsControl))
            {
                throw new ArgumentException(
                    $"The lake key '{key}' has a segment that is empty, starts with a dot, or holds a backslash or control character.", nameof(key));
            }

            if (ByteCount(segment) > MaximumSegmentBytes)
            {
                throw new ArgumentException($"The lake key '{key}' has a segment longer than {MaximumSegmentBytes} bytes.", nameof(key));
            }
        }
    }

    private static int ByteCount(string text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("A lake key must be valid Unicode text.", nameof(text), e);
        }
    }

    private static int Compare(string? left, string? right) =>
        Encoding.UTF8.GetBytes(left ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right ?? ""));
}
