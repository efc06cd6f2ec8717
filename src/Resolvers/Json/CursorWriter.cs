using System.Buffers.Text;
using System.Text;
using DuckDB.NET.Native;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Json;

/// <summary>Writes the cursor of a row, in the form that <see cref="Paging.CursorCodec"/> reads.</summary>
internal sealed class CursorWriter : IDisposable
{
    private readonly JsonBuffer _plain = new();
    private readonly Dictionary<LevelPlan, Layout> _layouts = new(ReferenceEqualityComparer.Instance);

    public void Write(JsonBuffer json, LevelPlan level, ColumnVector[] columns, int row, int slotOffset)
    {
        if (!_layouts.TryGetValue(level, out var layout))
        {
            layout = new Layout(
                Encoding.UTF8.GetBytes(level.OrderSignature),
                [.. level.Order.Select(term => level.Slot(term.Reference.Join, term.Reference.Column))]);
            _layouts.Add(level, layout);
        }

        _plain.Clear();
        _plain.Raw(layout.Signature);
        foreach (var slot in layout.Slots)
        {
            _plain.Byte((byte)':');
            Value(columns[slotOffset + slot], row);
        }

        Span<byte> encoded = stackalloc byte[1024];
        var length = Base64Url.GetEncodedLength(_plain.Length);
        encoded = length <= encoded.Length ? encoded : new byte[length];
        Base64Url.EncodeToUtf8(_plain.Written, encoded, out _, out var written);
        json.Byte((byte)'"');
        json.Raw(encoded[..written]);
        json.Byte((byte)'"');
    }

    public void Dispose() => _plain.Dispose();

    private void Value(ColumnVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            _plain.Raw("\\0"u8);
            return;
        }

        switch (vector.Type)
        {
            case DuckDBType.Varchar:
                Escaped(vector.Text(row));
                break;
            case DuckDBType.Boolean:
                _plain.Byte(vector.Value<byte>(row) != 0 ? (byte)'1' : (byte)'0');
                break;
            case DuckDBType.Date:
                Span<byte> date = stackalloc byte[8];
                Dates.FormatDate(vector.Value<int>(row), date, separator: 0);
                _plain.Raw(date);
                break;
            case DuckDBType.Timestamp:
                _plain.Integer(vector.Value<long>(row));
                break;
            default:
                VectorJson.Write(_plain, vector, row);
                break;
        }
    }

    private void Escaped(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value is (byte)':' or (byte)'\\')
            {
                _plain.Byte((byte)'\\');
            }

            _plain.Byte(value);
        }
    }

    private sealed record Layout(byte[] Signature, int[] Slots);
}
