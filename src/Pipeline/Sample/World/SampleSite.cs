namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>A place that asks for material.</summary>
/// <param name="Code">The whole code.</param>
/// <param name="Standing">How its delivered form relates to the site list.</param>
internal sealed record SampleSite(string Code, SiteStanding Standing)
{
    /// <summary>The width of the depot column in the system that exports it.</summary>
    public const int DeliveredWidth = 10;

    /// <summary>The code as the purchase log delivers it.</summary>
    public string Delivered { get; } = Code.Length > DeliveredWidth ? Code[..DeliveredWidth] : Code;
}

/// <summary>How the delivered form of a site relates to the site list.</summary>
internal enum SiteStanding
{
    /// <summary>In the list as it is.</summary>
    Listed,

    /// <summary>Cut, and the beginning of exactly one listed code.</summary>
    CutToOne,

    /// <summary>Cut, and the beginning of several listed codes.</summary>
    CutToMany,

    /// <summary>Not in the list.</summary>
    Unlisted,
}
