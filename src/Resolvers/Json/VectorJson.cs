using DuckDB.NET.Native;
using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Json;

/// <summary>Writes one value of a vector as JSON.</summary>
internal static class VectorJson
{
    public static void Write(JsonBuffer json, ColumnVector vector, int row)
    {
        if (vector.IsNull(row))
        {
            json.Null();
            return;
        }

        switch (vector.Type)
        {
            case DuckDBType.Varchar:
                json.Text(vector.Text(row));
                break;
            case DuckDBType.Decimal:
                json.Decimal(vector.Unscaled(row), vector.Scale);
                break;
            case DuckDBType.Integer:
                json.Integer(vector.Value<int>(row));
                break;
            case DuckDBType.BigInt:
                json.Integer(vector.Value<long>(row));
                break;
            case DuckDBType.HugeInt:
                json.HugeInteger(vector.HugeInt(row));
                break;
            case DuckDBType.Double:
                json.Number(vector.Value<double>(row));
                break;
            case DuckDBType.Boolean:
                json.Boolean(vector.Value<byte>(row) != 0);
                break;
            case DuckDBType.Date:
                json.Date(vector.Value<int>(row));
                break;
            case DuckDBType.Timestamp:
                json.DateTime(vector.Value<long>(row));
                break;
            case DuckDBType.List:
                WriteList(json, vector, row);
                break;
            default:
                throw new InvalidOperationException($"A column of type {vector.Type} cannot be written as JSON.");
        }
    }

    private static void WriteList(JsonBuffer json, ColumnVector vector, int row)
    {
        var (offset, length) = vector.List(row);
        json.Byte((byte)'[');
        for (var i = 0; i < length; i++)
        {
            if (i > 0)
            {
                json.Byte((byte)',');
            }

            Write(json, vector.Elements!, offset + i);
        }

        json.Byte((byte)']');
    }
}
