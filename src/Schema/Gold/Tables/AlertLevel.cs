namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>How soon the stock of a part runs out at its mean demand.</summary>
public enum AlertLevel
{
    /// <summary>Covers less than 7 days.</summary>
    Critical,

    /// <summary>Covers from 7 to less than 14 days.</summary>
    High,

    /// <summary>Covers from 14 to less than 30 days.</summary>
    Medium,

    /// <summary>Covers 30 days or more.</summary>
    None,
}
