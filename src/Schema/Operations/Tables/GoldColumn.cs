using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A column of a table of the catalogue.</summary>
[GoldTable(TableKind.Operations, "goldColumn", "goldColumns", Grain = "one table × column", Layout = [nameof(TableName), nameof(Ordinal)])]
public sealed record GoldColumn
{
    /// <summary>Name of the table.</summary>
    [Key]
    public required string TableName { get; init; }

    /// <summary>Name of the column in the file, for example <c>requested_on</c>.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>Place of the column in the table, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of its GraphQL field, for example <c>requestedOn</c>.</summary>
    public required string FieldName { get; init; }

    /// <summary>Its GraphQL type, for example <c>Decimal!</c>.</summary>
    public required string FieldType { get; init; }

    /// <summary>Its type in the file, for example <c>DECIMAL(18,4)</c>.</summary>
    public required string StorageType { get; init; }

    /// <summary>Whether it may be null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether it is part of the primary key.</summary>
    public required bool IsKey { get; init; }

    /// <summary>Whether it may name a natural person, and is then masked for most readers.</summary>
    public required bool IsPersonalData { get; init; }

    /// <summary>The unit of its values; null when they have none.</summary>
    public string? Unit { get; init; }

    /// <summary>How it is computed; null when it is taken over from a source.</summary>
    public string? Formula { get; init; }

    /// <summary>The smallest accepted value; null when there is no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest accepted value; null when there is no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>What it means, with unit and formula.</summary>
    public required string Description { get; init; }

    /// <summary>The table.</summary>
    [Relation(nameof(TableName))]
    public GoldTable Table { get; init; } = null!;
}
