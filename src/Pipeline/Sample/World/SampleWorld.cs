namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>Everything that has a name in a sample: parts, suppliers and sites. Made from seed and size alone.</summary>
internal sealed class SampleWorld
{
    private const int ServiceParts = 28;

    private SampleWorld(
        IReadOnlyList<SamplePart> materials, IReadOnlyList<SamplePart> services, IReadOnlyList<SampleSite> sites, IReadOnlyList<SiteListEntry> siteList)
    {
        Materials = materials;
        Services = services;
        Sites = sites;
        SiteList = siteList;
    }

    /// <summary>In falling order of demand.</summary>
    public IReadOnlyList<SamplePart> Materials { get; }

    /// <summary>In falling order of demand.</summary>
    public IReadOnlyList<SamplePart> Services { get; }

    /// <summary>Sites that ask for material, in falling order of demand.</summary>
    public IReadOnlyList<SampleSite> Sites { get; }

    /// <summary>The site list of the workbook.</summary>
    public IReadOnlyList<SiteListEntry> SiteList { get; }

    public static SampleWorld Create(SampleOptions options)
    {
        var supplierMaker = new SupplierMaker(SampleRandom.For(options.Seed, "suppliers"));
        var suppliers = Enumerable.Range(0, Grow(options.Lines, 440, 0.27, 40)).Select(supplierMaker.Make).ToList();

        var parts = SampleRandom.For(options.Seed, "parts");
        var partMaker = new PartMaker(parts, suppliers);
        var families = new WeightedChoice(FamilyCatalogue.Materials.Select(family => family.Weight));
        var materials = Enumerable.Range(0, Grow(options.Lines, 840, 0.45, 60))
            .Select(index => partMaker.Make(index, FamilyCatalogue.Materials[families.Draw(parts)]))
            .ToList();
        var services = Enumerable.Range(0, ServiceParts)
            .Select(index => partMaker.Make(index, FamilyCatalogue.Services[index % FamilyCatalogue.Services.Count]))
            .ToList();

        var (list, active) = new SiteMaker(SampleRandom.For(options.Seed, "sites")).Make(Grow(options.Lines, 267, 0.3, 120));
        return new SampleWorld(materials, services, active, list);
    }

    /// <summary>A size that grows with the number of lines, only much slower: a company that buys ten times as much does not know ten times as many parts.</summary>
    private static int Grow(long lines, int atDefault, double exponent, int least)
    {
        var size = atDefault * Math.Pow(lines / (double)SampleOptions.DefaultLines, exponent);
        return Math.Max(least, (int)Math.Round(size));
    }
}
