using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace NovaCorrente.Resolvers.Json;

/// <summary>UTF-8 JSON under construction, in a pooled array. Values are written as they come out of DuckDB, without strings in between.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\']);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back the last byte if it is a comma, which follows every entry of an object or list while it is open.</summary>
    public void DropComma()
    {
        if (_bytes[Length - 1] == ',')
        {
            Length--;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Length += json.Length;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Integer(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        Length += written;
    }

    public void HugeInteger(Int128 value)
    {
        value.TryFormat(Reserve(40), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A number that JSON can hold; infinities and NaN cannot be and become null.</summary>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            Null();
            return;
        }

        value.TryFormat(Reserve(32), out var written, "R", System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A decimal given by its digits and scale, without trailing zeros.</summary>
    public void Decimal(Int128 unscaled, int scale)
    {
        Length += DecimalText.Format(unscaled, scale, Reserve(DecimalText.MaximumLength));
    }

    /// <summary>A quoted <c>yyyy-MM-dd</c>.</summary>
    public void Date(int daysSinceEpoch)
    {
        var target = Reserve(12);
        target[0] = (byte)'"';
        Dates.FormatDate(daysSinceEpoch, target[1..], (byte)'-');
        target[11] = (byte)'"';
        Length += 12;
    }

    /// <summary>A quoted <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, with microseconds where there are any.</summary>
    public void DateTime(long microsSinceEpoch)
    {
        var target = Reserve(32);
        target[0] = (byte)'"';
        var written = Dates.FormatDateTime(microsSinceEpoch, target[1..]);
        target[written + 1] = (byte)'"';
        Length += written + 2;
    }

    /// <summary>A quoted string.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Byte((byte)'"');
        for (var next = utf8.IndexOfAny(Escaped); next >= 0; next = utf8.IndexOfAny(Escaped))
        {
            Raw(utf8[..next]);
            Escape(utf8[next]);
            utf8 = utf8[(next + 1)..];
        }

        Raw(utf8);
        Byte((byte)'"');
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Escape(byte value)
    {
        switch (value)
        {
            case (byte)'"' or (byte)'\\':
                Byte((byte)'\\');
                Byte(value);
                break;
            case (byte)'\n':
                Raw("\\n"u8);
                break;
            case (byte)'\r':
                Raw("\\r"u8);
                break;
            case (byte)'\t':
                Raw("\\t"u8);
                break;
            default:
                Raw("\\u00"u8);
                Byte((byte)"0123456789abcdef"[value >> 4]);
                Byte((byte)"0123456789abcdef"[value & 15]);
                break;
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
