namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Why a figure is null. Figures without a source are never estimated.</summary>
public enum MissingReason
{
    /// <summary>No stock file was delivered.</summary>
    NoStockSource,

    /// <summary>Stock files were delivered, but none names this part.</summary>
    NoStockForPart,

    /// <summary>The part was not requested in the stable window, so it has no mean demand.</summary>
    NoDemandInWindow,

    /// <summary>No line of the part has a time from request to order.</summary>
    NoCycleTimes,

    /// <summary>Only one line of the part has a time from request to order, so its deviation is unknown.</summary>
    TooFewCycleTimes,

    /// <summary>The indicator is a level, not a rate of change, so it does not accumulate.</summary>
    NotARateOfChange,

    /// <summary>Fewer than 12 full months in a row are known.</summary>
    FewerThanTwelveMonths,

    /// <summary>The source published no value.</summary>
    NotPublished,
}
