namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Importance of a part by its number of purchase lines (the source has no prices).</summary>
public enum AbcClass
{
    /// <summary>The parts before it hold less than 80 % of all lines.</summary>
    A,

    /// <summary>The parts before it hold from 80 % to less than 95 % of all lines.</summary>
    B,

    /// <summary>The parts before it hold 95 % of all lines or more.</summary>
    C,
}
