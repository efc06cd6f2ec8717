namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>What a data quality rule does with a row that breaks it.</summary>
public enum QualityRuleKind
{
    /// <summary>The row is set aside and is in no figure.</summary>
    Quarantine,

    /// <summary>The row is kept and marked.</summary>
    Flag,
}
