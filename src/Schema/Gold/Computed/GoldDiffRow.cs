using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Computed;

/// <summary>A row in which two snapshots of a table differ.</summary>
[GoldTable(TableKind.Computed, "goldDiffRow", "goldDiff", Grain = "one key that was added, removed or changed")]
public sealed record GoldDiffRow
{
    /// <summary>The key of the row as JSON text; identifies it within the table.</summary>
    [Key]
    public required string Id { get; init; }

    /// <summary>What happened to the row.</summary>
    public required DiffKind Kind { get; init; }

    /// <summary>The fields that differ, by their names in the schema; empty for rows that were added or removed.</summary>
    public required IReadOnlyList<string> ChangedFields { get; init; }

    /// <summary>The row in the earlier snapshot as JSON text; null for one that was added.</summary>
    public string? Before { get; init; }

    /// <summary>The row in the later snapshot as JSON text; null for one that was removed.</summary>
    public string? After { get; init; }
}

/// <summary>What can happen to a row from one snapshot to another.</summary>
public enum DiffKind
{
    /// <summary>Its key is new.</summary>
    Added,

    /// <summary>Its key is gone.</summary>
    Removed,

    /// <summary>Some of its other values differ.</summary>
    Changed,
}
