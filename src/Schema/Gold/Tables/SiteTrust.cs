namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>How far figures by site can be relied on.</summary>
public enum SiteTrust
{
    /// <summary>The depots of the source column are misaligned with its lines: use figures by site with care, and compare with the realigned site.</summary>
    LowTrust,

    /// <summary>The source column is used as delivered and shows no sign of misalignment.</summary>
    AsDelivered,

    /// <summary>No purchase line names the site, so there are no figures to trust.</summary>
    NoPurchases,
}
