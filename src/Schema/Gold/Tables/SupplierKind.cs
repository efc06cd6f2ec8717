namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Who a supplier is in law.</summary>
public enum SupplierKind
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A natural person; the name is personal data.</summary>
    Individual,

    /// <summary>The source does not say.</summary>
    Unknown,
}
