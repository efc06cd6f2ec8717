namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Something odd about a line that was kept all the same.</summary>
public enum QualityFlag
{
    /// <summary>Ordered before it was requested, so it has no cycle time.</summary>
    RetroactiveOrder,

    /// <summary>The order date lies outside the accepted years and was left out.</summary>
    OrderDateOutOfRange,

    /// <summary>The site is missing, or fits no site of the registry or more than one.</summary>
    SiteUnknown,

    /// <summary>Equal to an earlier line in every column; kept, because repeated purchases are real.</summary>
    RepeatedLine,

    /// <summary>The unit was written in another way, for example <c>M²</c> for <c>M2</c>.</summary>
    UnitNormalised,

    /// <summary>A quantity with decimals in a unit that is counted in whole pieces.</summary>
    FractionalUnit,

    /// <summary>The part code does not look like the others.</summary>
    CodePatternOdd,
}
