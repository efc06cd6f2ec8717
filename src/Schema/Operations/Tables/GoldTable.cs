using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>The catalogue: a table that this service offers, what it means, what it is made from and how fresh it is.</summary>
[GoldTable(TableKind.Operations, "goldTable", "goldTables", Grain = "one table of the gold layer")]
public sealed record GoldTable
{
    /// <summary>Name of the table and its file, for example <c>purchase_line</c>.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>Name of its GraphQL type, for example <c>PurchaseLine</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Name of the field that lists it, for example <c>purchaseLines</c>.</summary>
    public required string ListField { get; init; }

    /// <summary>Name of the field that finds a row by its key, for example <c>purchaseLine</c>.</summary>
    public required string KeyField { get; init; }

    /// <summary>Its role in the model.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>What one row stands for.</summary>
    public required string Grain { get; init; }

    /// <summary>Names of the bronze, silver and gold tables that it was made from in the current snapshot; empty before the first.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Number of rows in the current snapshot; null when it does not hold the table.</summary>
    [Unit("rows")]
    public long? Rows { get; init; }

    /// <summary>Size of its file in the current snapshot; null when it does not hold the table.</summary>
    [Unit("bytes")]
    public long? Bytes { get; init; }

    /// <summary>Newest date of source data that it covers; null when its sources have no dates.</summary>
    public DateTime? FreshAsOf { get; init; }

    /// <summary>When the current snapshot was published; null when it does not hold the table.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>Its columns.</summary>
    [InverseOf(nameof(GoldColumn.Table))]
    public IReadOnlyList<GoldColumn> Columns { get; init; } = [];

    /// <summary>The table in all snapshots that still exist.</summary>
    [InverseOf(nameof(GoldSnapshotTable.Table))]
    public IReadOnlyList<GoldSnapshotTable> History { get; init; } = [];

    /// <summary>The outcomes of its checks in all runs.</summary>
    [InverseOf(nameof(PipelineCheck.Table))]
    public IReadOnlyList<PipelineCheck> Checks { get; init; } = [];
}
