using System.Data.SqlTypes;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Export;

/// <summary>Arrow types of gold columns, and Arrow arrays of their vectors.</summary>
internal static class ArrowColumn
{
    public static IArrowType TypeOf(GoldType type)
    {
        var value = type.Scalar switch
        {
            GoldScalar.Boolean => BooleanType.Default,
            GoldScalar.Int => Int32Type.Default,
            GoldScalar.Long => Int64Type.Default,
            GoldScalar.Decimal => new Decimal128Type(type.Precision, type.Scale),
            GoldScalar.Float => DoubleType.Default,
            GoldScalar.Date => Date32Type.Default,
            GoldScalar.DateTime => new TimestampType(TimeUnit.Microsecond, "UTC"),
            _ => (IArrowType)StringType.Default,
        };
        return type.IsList ? new ListType(value) : value;
    }

    public static IArrowArray Build(GoldType type, ColumnVector vector, int rows)
    {
        if (type.IsList)
        {
            return Lists(vector, rows);
        }

        return type.Scalar switch
        {
            GoldScalar.Boolean => Fill(new BooleanArray.Builder(), vector, rows, (b, row) => b.Append(vector.Value<byte>(row) != 0), b => b.AppendNull()).Build(),
            GoldScalar.Int => Fill(new Int32Array.Builder(), vector, rows, (b, row) => b.Append(vector.Value<int>(row)), b => b.AppendNull()).Build(),
            GoldScalar.Long => Fill(new Int64Array.Builder(), vector, rows, (b, row) => b.Append(vector.Value<long>(row)), b => b.AppendNull()).Build(),
            GoldScalar.Float => Fill(new DoubleArray.Builder(), vector, rows, (b, row) => b.Append(vector.Value<double>(row)), b => b.AppendNull()).Build(),
            GoldScalar.Decimal => Fill(
                new Decimal128Array.Builder((Decimal128Type)TypeOf(type)), vector, rows, (b, row) => b.Append(Exact(vector, row)), b => b.AppendNull()).Build(),
            GoldScalar.Date => Fill(
                new Date32Array.Builder(), vector, rows, (b, row) => b.Append(DateTime.UnixEpoch.AddDays(vector.Value<int>(row))), b => b.AppendNull()).Build(),
            GoldScalar.DateTime => Fill(
                new TimestampArray.Builder((TimestampType)TypeOf(type)),
                vector,
                rows,
                (b, row) => b.Append(DateTimeOffset.UnixEpoch.AddTicks(vector.Value<long>(row) * TimeSpan.TicksPerMicrosecond)),
                b => b.AppendNull()).Build(),
            _ => Fill(new StringArray.Builder(), vector, rows, (b, row) => b.Append(Encoding.UTF8.GetString(vector.Text(row))), b => b.AppendNull()).Build(),
        };
    }

    private static TBuilder Fill<TBuilder>(TBuilder builder, ColumnVector vector, int rows, Action<TBuilder, int> value, Action<TBuilder> none)
    {
        for (var row = 0; row < rows; row++)
        {
            if (vector.IsNull(row))
            {
                none(builder);
            }
            else
            {
                value(builder, row);
            }
        }

        return builder;
    }

    private static ListArray Lists(ColumnVector vector, int rows)
    {
        var lists = new ListArray.Builder(StringType.Default);
        var values = (StringArray.Builder)lists.ValueBuilder;
        for (var row = 0; row < rows; row++)
        {
            if (vector.IsNull(row))
            {
                lists.AppendNull();
                continue;
            }

            lists.Append();
            var (offset, length) = vector.List(row);
            for (var i = 0; i < length; i++)
            {
                values.Append(Encoding.UTF8.GetString(vector.Elements!.Text(offset + i)));
            }
        }

        return lists.Build();
    }

    // SqlDecimal holds 38 digits, which System.Decimal does not.
    private static SqlDecimal Exact(ColumnVector vector, int row)
    {
        var unscaled = vector.Unscaled(row);
        var digits = (UInt128)(unscaled < 0 ? -unscaled : unscaled);
        return new SqlDecimal(
            38, (byte)vector.Scale, unscaled >= 0, (int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), (int)(uint)(digits >> 96));
    }
}
