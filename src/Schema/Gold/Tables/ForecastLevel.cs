namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>The level at which forecast and demand are added up before they are compared.</summary>
public enum ForecastLevel
{
    /// <summary>Each series as it was forecast: a part at a site, or a part at all sites.</summary>
    Series,

    /// <summary>Each part over all its forecast sites.</summary>
    Part,

    /// <summary>Each family over its forecast parts; quantities of different units are added up.</summary>
    Family,

    /// <summary>All forecast parts together; quantities of different units are added up.</summary>
    Total,
}
