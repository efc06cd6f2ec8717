namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Whether there is enough history behind a policy.</summary>
public enum PolicyConfidence
{
    /// <summary>Bought on fewer than 3 days of the stable window, or fewer than 2 cycle times are known.</summary>
    Low,

    /// <summary>At least 3 buying days and 2 cycle times.</summary>
    Normal,
}
