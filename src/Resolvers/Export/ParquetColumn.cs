using System.Numerics;
using System.Text;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Schema.Gold.Model;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace NovaCorrente.Resolvers.Export;

/// <summary>One column of a Parquet file: its field, and its values until a row group is full.</summary>
internal abstract class ParquetColumn(int position, Field field)
{
    public int Position { get; } = position;

    public Field Field { get; } = field;

    public static ParquetColumn Of(ExportColumn column) => column.Type switch
    {
        { IsList: true } => new TextLists(column, new DataField<string>(ListField.ElementName, nullable: false)),
        { Scalar: GoldScalar.Boolean } => new Values<bool>(column, new DataField<bool?>(column.Name), (vector, row) => vector.Value<byte>(row) != 0),
        { Scalar: GoldScalar.Int } => new Values<int>(column, new DataField<int?>(column.Name), (vector, row) => vector.Value<int>(row)),
        { Scalar: GoldScalar.Long } => new Values<long>(column, new DataField<long?>(column.Name), (vector, row) => vector.Value<long>(row)),
        { Scalar: GoldScalar.Float } => new Values<double>(column, new DataField<double?>(column.Name), (vector, row) => vector.Value<double>(row)),
        { Scalar: GoldScalar.Date } => new Values<DateTime>(
            column,
            new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
            (vector, row) => DateTime.UnixEpoch.AddDays(vector.Value<int>(row))),
        { Scalar: GoldScalar.DateTime } => new Values<DateTime>(
            column,
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true),
            (vector, row) => DateTime.UnixEpoch.AddTicks(vector.Value<long>(row) * TimeSpan.TicksPerMicrosecond)),
        { Scalar: GoldScalar.Decimal } type => new Values<BigDecimal>(
            column,
            new BigDecimalDataField(column.Name, type.Precision, type.Scale, isNullable: true),
            (vector, row) => new BigDecimal((BigInteger)vector.Unscaled(row), type.Precision, type.Scale)),
        _ => new Texts(column, new DataField<string>(column.Name, nullable: true)),
    };

    /// <summary>Takes the first rows of a vector.</summary>
    public abstract void Append(ColumnVector vector, int rows);

    /// <summary>Writes what was taken into a row group and forgets it.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    private sealed class Values<T>(ExportColumn column, DataField field, Func<ColumnVector, int, T> read) : ParquetColumn(column.Position, field)
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override void Append(ColumnVector vector, int rows)
        {
            for (var row = 0; row < rows; row++)
            {
                _values.Add(vector.IsNull(row) ? null : read(vector, row));
            }
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync<T>(field, _values.ToArray(), cancellationToken: cancellationToken);
            _values.Clear();
        }
    }

    private sealed class Texts(ExportColumn column, DataField field) : ParquetColumn(column.Position, field)
    {
        private readonly List<string?> _values = [];

        public override void Append(ColumnVector vector, int rows)
        {
            for (var row = 0; row < rows; row++)
            {
                _values.Add(vector.IsNull(row) ? null : Encoding.UTF8.GetString(vector.Text(row)));
            }
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync(field, _values!);
            _values.Clear();
        }
    }

    /// <summary>Lists of texts, which no other lists are needed beside: the elements, and the levels that tell where each list begins and which are null or empty.</summary>
    private sealed class TextLists(ExportColumn column, DataField element) : ParquetColumn(column.Position, new ListField(column.Name, element))
    {
        private readonly List<ReadOnlyMemory<char>> _elements = [];
        private readonly List<int> _definition = [];
        private readonly List<int> _repetition = [];

        public override void Append(ColumnVector vector, int rows)
        {
            for (var row = 0; row < rows; row++)
            {
                var (offset, length) = vector.IsNull(row) ? default : vector.List(row);
                if (length == 0)
                {
                    _definition.Add(vector.IsNull(row) ? 0 : 1);
                    _repetition.Add(0);
                }

                for (var i = 0; i < length; i++)
                {
                    _elements.Add(Encoding.UTF8.GetString(vector.Elements!.Text(offset + i)).AsMemory());
                    _definition.Add(element.MaxDefinitionLevel);
                    _repetition.Add(i == 0 ? 0 : element.MaxRepetitionLevel);
                }
            }
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(element, _elements.ToArray(), _definition.ToArray(), _repetition.ToArray(), cancellationToken);
            _elements.Clear();
            _definition.Clear();
            _repetition.Clear();
        }
    }
}
