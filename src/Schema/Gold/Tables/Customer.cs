using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A contract that work is done for: an operator, mostly with a kind of work. The purchase lines do not say for which one they were.</summary>
[GoldTable(TableKind.Dimension, "customer", "customers", Grain = "one customer code")]
public sealed record Customer
{
    /// <summary>Code of the customer, for example <c>NC01</c>.</summary>
    [Key]
    public required string CustomerCode { get; init; }

    /// <summary>Name of the customer as the source writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The operator: the name without kind of work and region; null when the name stands for no operator, such as a warehouse.</summary>
    public string? Operator { get; init; }

    /// <summary>The kind of work; null when the name does not say.</summary>
    public ServiceLine? ServiceLine { get; init; }

    /// <summary>The Brazilian state at the end of the name, two letters; null when the name does not say.</summary>
    public string? State { get; init; }
}
