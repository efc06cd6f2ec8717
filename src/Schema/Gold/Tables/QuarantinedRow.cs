using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A row or a whole sheet of a source that could not be used, with what it said and why it was set aside.</summary>
[GoldTable(TableKind.Mart, "quarantinedRow", "quarantinedRows", Grain = "one row or sheet that was set aside", Layout = [nameof(Source), nameof(SourceFile), nameof(SourceRow)])]
public sealed record QuarantinedRow
{
    /// <summary>Identity of the row; the same as long as its source file is.</summary>
    [Key]
    public required string RowId { get; init; }

    /// <summary>Name of the source, for example <c>purchase_sheet</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The file, as it is named in the landing folder.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Number of the row in the sheet or file, from 1; null when the whole sheet or file was set aside.</summary>
    public long? SourceRow { get; init; }

    /// <summary>The rule that it breaks, for example <c>MISSING_PART_CODE</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What is wrong with it, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The quantity of a purchase line, in the unit of its part; null when it has none or is no number, and for other sources.</summary>
    [Quantity]
    [Unit("unit of the part")]
    public decimal? Quantity { get; init; }

    /// <summary>The cells as delivered, a JSON object of column names and texts; they may name a person. Null when the line could not be split.</summary>
    [PersonalData]
    public string? Raw { get; init; }
}
