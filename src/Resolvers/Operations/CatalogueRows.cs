using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using Tables = NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>The declared tables and columns as rows of the catalogue, with what the current snapshot knows of them.</summary>
internal static class CatalogueRows
{
    public static IEnumerable<Tables.GoldTable> Of(GoldModel model, SnapshotManifest? current)
    {
        var published = current?.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal) ?? [];
        return model.SnapshotTables.Select(table =>
        {
            var found = published.GetValueOrDefault(table.SqlName);
            return new Tables.GoldTable
            {
                Name = table.SqlName,
                TypeName = table.Name,
                ListField = table.Plural,
                KeyField = table.Singular,
                Kind = table.Kind,
                Description = table.Description,
                Grain = table.Grain,
                DependsOn = found?.DependsOn ?? [],
                Rows = found?.Rows,
                Bytes = found?.Bytes,
                FreshAsOf = Times.Stored(found?.FreshAsOf),
                PublishedAt = found is null ? null : Times.Stored(current!.CreatedAt),
            };
        });
    }

    public static IEnumerable<Tables.GoldColumn> Columns(GoldModel model) => model.SnapshotTables
        .SelectMany(table => table.Columns.Select((column, i) => new Tables.GoldColumn
        {
            TableName = table.SqlName,
            Name = column.SqlName,
            Ordinal = i + 1,
            FieldName = column.FieldName,
            FieldType = GoldTypeName.Of(column.Type),
            StorageType = column.Type.DuckDbName,
            IsNullable = column.Type.IsNullable,
            IsKey = column.IsKey,
            IsPersonalData = column.PersonalData is not null,
            Unit = column.Unit,
            Formula = column.Formula,
            Minimum = Bound(column.Range?.Minimum),
            Maximum = Bound(column.Range?.Maximum),
            Description = column.Description,
        }));

    private static double? Bound(double? value) => value is { } bound && double.IsFinite(bound) ? bound : null;
}
