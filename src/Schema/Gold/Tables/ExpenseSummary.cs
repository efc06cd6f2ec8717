using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>What was spent by financial account, as the source sums it up. The source gives no period; its control total is not a row here.</summary>
[GoldTable(TableKind.Fact, "expenseSummary", "expenseSummaries", Grain = "one account")]
public sealed record ExpenseSummary
{
    /// <summary>Name of the account.</summary>
    [Key]
    public required string AccountName { get; init; }

    /// <summary>Net amount.</summary>
    [Money]
    [Unit("BRL")]
    public required decimal Amount { get; init; }

    /// <summary>Share of the account in all accounts; null when they come to zero.</summary>
    [Rate]
    [Formula("amount ÷ Σ amount")]
    public decimal? Share { get; init; }

    /// <summary>The account.</summary>
    [Relation(nameof(AccountName))]
    public required Account Account { get; init; }
}
