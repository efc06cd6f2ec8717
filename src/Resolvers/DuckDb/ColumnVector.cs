using System.Runtime.CompilerServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>
/// One column of a chunk, read where DuckDB has it in memory. A list holds its elements in <see cref="Elements"/>, a struct its fields
/// in <see cref="Fields"/>.
/// </summary>
internal sealed unsafe class ColumnVector
{
    private readonly byte* _data;
    private readonly ulong* _validity;

    private ColumnVector(nint vector, DuckDBLogicalType type)
    {
        Type = LogicalType.DuckDBGetTypeId(type);
        _data = (byte*)Vectors.DuckDBVectorGetData(vector);
        _validity = Vectors.DuckDBVectorGetValidity(vector);
        switch (Type)
        {
            case DuckDBType.Decimal:
                Storage = LogicalType.DuckDBDecimalInternalType(type);
                Scale = LogicalType.DuckDBDecimalScale(type);
                break;
            case DuckDBType.List:
                Elements = Of(Vectors.DuckDBListVectorGetChild(vector));
                break;
            case DuckDBType.Struct:
                Fields = new ColumnVector[checked((int)LogicalType.DuckDBStructTypeChildCount(type))];
                for (var i = 0; i < Fields.Length; i++)
                {
                    Fields[i] = Of(Vectors.DuckDBStructVectorGetChild(vector, i));
                }

                break;
        }
    }

    public DuckDBType Type { get; }

    /// <summary>For a decimal: the integer type that holds it.</summary>
    public DuckDBType Storage { get; }

    /// <summary>For a decimal: digits after the point.</summary>
    public int Scale { get; }

    public ColumnVector? Elements { get; }

    public ColumnVector[] Fields { get; } = [];

    public static ColumnVector Of(nint vector)
    {
        using var type = Vectors.DuckDBVectorGetColumnType(vector);
        return new ColumnVector(vector, type);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => _validity != null && (_validity[row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>The fixed-width value at a row; its size must be that of the stored type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(int row)
        where T : unmanaged => ((T*)_data)[row];

    /// <summary>UTF-8 text; short ones stand in the vector itself, longer ones where it points.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        const int inlined = 12;
        var entry = _data + ((long)row * 16);
        var length = *(int*)entry;
        return new ReadOnlySpan<byte>(length <= inlined ? entry + 4 : *(byte**)(entry + 8), length);
    }

    /// <summary>A decimal's digits as an integer.</summary>
    public Int128 Unscaled(int row) => Storage switch
    {
        DuckDBType.SmallInt => Value<short>(row),
        DuckDBType.Integer => Value<int>(row),
        DuckDBType.BigInt => Value<long>(row),
        _ => HugeInt(row),
    };

    public Int128 HugeInt(int row)
    {
        var (lower, upper) = Value<(ulong, long)>(row);
        return new Int128((ulong)upper, lower);
    }

    /// <summary>Where the elements of a list stand in <see cref="Elements"/>.</summary>
    public (int Offset, int Length) List(int row)
    {
        var (offset, length) = Value<(ulong, ulong)>(row);
        return ((int)offset, (int)length);
    }
}
