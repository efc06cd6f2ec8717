using System.Globalization;
using System.Text;

namespace NovaCorrente.Pipeline.Sample.Workbook;

/// <summary>Writes text and numbers as UTF-8 into a stream through one fixed buffer, without a string for each number.</summary>
internal sealed class Utf8Output(Stream stream) : IDisposable
{
    private const int Capacity = 64 * 1024;
    private const int LongestNumber = 64;

    private readonly byte[] _buffer = new byte[Capacity];
    private int _length;

    public Utf8Output Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Capacity - _length)
        {
            Flush();
            if (bytes.Length > Capacity)
            {
                stream.Write(bytes);
                return this;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
        return this;
    }

    public Utf8Output Text(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // A char takes three bytes at most; a pair of surrogates is kept together by the encoder's view of the whole slice.
            var slice = text[..Math.Min(text.Length, Capacity / 3)];
            Reserve(slice.Length * 3);
            _length += Encoding.UTF8.GetBytes(slice, _buffer.AsSpan(_length));
            text = text[slice.Length..];
        }

        return this;
    }

    public Utf8Output Number<T>(T number, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Reserve(LongestNumber);
        number.TryFormat(_buffer.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Reserve(int bytes)
    {
        if (bytes > Capacity - _length)
        {
            Flush();
        }
    }
}
