namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>What is broken in a purchase line on purpose.</summary>
internal enum LineDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Request number and both dates are <c>N/A</c>.</summary>
    RequestNotAvailable,

    /// <summary>Request number and both dates are empty.</summary>
    RequestBlank,

    /// <summary>The part code is empty.</summary>
    MissingPartCode,

    /// <summary>The quantity is zero.</summary>
    ZeroQuantity,

    /// <summary>The quantity is negative.</summary>
    NegativeQuantity,

    /// <summary>The quantity is words.</summary>
    QuantityInWords,

    /// <summary>Requested in the last century.</summary>
    RequestedLongAgo,

    /// <summary>Requested in a far year.</summary>
    RequestedFarAhead,

    /// <summary>Ordered in a far year.</summary>
    OrderedFarAhead,

    /// <summary>Half a piece more of something that comes whole.</summary>
    FractionalQuantity,
}
