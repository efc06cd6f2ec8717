using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Sql;
using NovaCorrente.Schema.Gold.Model;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>Binds the values of one execution to the parameters of a prepared statement.</summary>
internal static partial class ParameterBinder
{
    /// <exception cref="QueryException">DuckDB refuses a value.</exception>
    public static void Bind(PreparedQuery query, IReadOnlyList<SqlParameter> parameters, BindingContext context)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            if (Bind(query.Statement, i + 1, parameter.Source.Read(context), parameter) != DuckDBState.Success)
            {
                throw new QueryException($"Parameter {(i + 1).ToString(CultureInfo.InvariantCulture)} cannot be bound.");
            }
        }
    }

    private static DuckDBState Bind(DuckDBPreparedStatement statement, long index, object? value, SqlParameter parameter)
    {
        if (value is null)
        {
            return PreparedStatements.DuckDBBindNull(statement, index);
        }

        var culture = CultureInfo.InvariantCulture;
        switch (parameter.Type.Scalar)
        {
            case GoldScalar.Text or GoldScalar.Enum:
                return Text(statement, index, Convert.ToString(value, culture)!);
            case GoldScalar.Boolean:
                return PreparedStatements.DuckDBBindBoolean(statement, index, (bool)value);
            case GoldScalar.Int:
                return PreparedStatements.DuckDBBindInt32(statement, index, Convert.ToInt32(value, culture));
            case GoldScalar.Long:
                return PreparedStatements.DuckDBBindInt64(statement, index, Convert.ToInt64(value, culture));
            case GoldScalar.Float:
                return PreparedStatements.DuckDBBindDouble(statement, index, Convert.ToDouble(value, culture));
            case GoldScalar.Decimal:
                return Decimal(statement, index, value, parameter);
            case GoldScalar.Date:
                var date = value as DateOnly? ?? DateOnly.ParseExact((string)value, "yyyy-MM-dd", culture);
                return PreparedStatements.DuckDBBindDate(statement, index, new DuckDBDate { Days = date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber });
            case GoldScalar.DateTime:
                return Microseconds(value, parameter.Rounding) is { } micros
                    ? PreparedStatements.DuckDBBindTimestamp(statement, index, new DuckDBTimestampStruct { Micros = micros })
                    : PreparedStatements.DuckDBBindNull(statement, index);
            default:
                throw new InvalidOperationException($"No parameter of type {parameter.Type.Scalar}.");
        }
    }

    // With its length, because a text may hold the very character that would end it otherwise.
    private static unsafe DuckDBState Text(DuckDBPreparedStatement statement, long index, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = utf8)
        {
            return BindText(statement, (ulong)index, start, (ulong)utf8.Length);
        }
    }

    [LibraryImport("duckdb", EntryPoint = "duckdb_bind_varchar_length")]
    private static unsafe partial DuckDBState BindText(DuckDBPreparedStatement statement, ulong index, byte* text, ulong length);

    // A column holds microseconds; what is finer is rounded like the digits of a decimal.
    private static long? Microseconds(object value, Rounding rounding)
    {
        var (micros, rest) = Math.DivRem((Instant(value) - DateTimeOffset.UnixEpoch).Ticks, TimeSpan.TicksPerMicrosecond);
        return (rest, rounding) switch
        {
            (0, _) => micros,
            ( < 0, Rounding.Down) => micros - 1,
            ( > 0, Rounding.Up) => micros + 1,
            (_, Rounding.NullIfInexact) => null,
            _ => micros,
        };
    }

    private static DuckDBState Decimal(DuckDBPreparedStatement statement, long index, object value, SqlParameter parameter)
    {
        var type = parameter.Type;
        var scaled = DecimalScaling.Scale(value, type.Precision, type.Scale, parameter.Rounding);
        if (scaled is not var (digits, precision))
        {
            return PreparedStatements.DuckDBBindNull(statement, index);
        }

        using var bound = Value.DuckDBCreateDecimal(new DuckDBDecimal((byte)precision, (byte)type.Scale, new DuckDBHugeInt((BigInteger)digits)));
        return PreparedStatements.DuckDBBindValue(statement, index, bound);
    }

    private static DateTimeOffset Instant(object value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime { Kind: DateTimeKind.Unspecified } instant => new DateTimeOffset(instant, TimeSpan.Zero),
        DateTime instant => new DateTimeOffset(instant),
        _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };
}
