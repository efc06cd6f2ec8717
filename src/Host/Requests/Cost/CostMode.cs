namespace NovaCorrente.Host.Requests.Cost;

/// <summary>What a client asks for with the header <c>GraphQL-Cost</c>.</summary>
internal enum CostMode
{
    /// <summary>Only that the maxima are kept.</summary>
    Enforce,

    /// <summary><c>report</c>: also tell the cost beside the answer.</summary>
    Report,

    /// <summary><c>validate</c>: tell the cost and run nothing.</summary>
    Validate,
}
