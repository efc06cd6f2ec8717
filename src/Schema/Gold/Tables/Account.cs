using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A financial account of the expense summary.</summary>
[GoldTable(TableKind.Dimension, "account", "accounts", Grain = "one account name")]
public sealed record Account
{
    /// <summary>Name of the account as the source writes it.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>What was spent on the account.</summary>
    [Relation(nameof(Name))]
    public ExpenseSummary? Expense { get; init; }
}
