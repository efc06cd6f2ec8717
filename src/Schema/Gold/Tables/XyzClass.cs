namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Steadiness of a part's monthly quantity, by its coefficient of variation.</summary>
public enum XyzClass
{
    /// <summary>Steady: CV &lt; 0.5.</summary>
    X,

    /// <summary>Varying: CV from 0.5 to less than 1.</summary>
    Y,

    /// <summary>Erratic: CV of 1 or more.</summary>
    Z,
}
