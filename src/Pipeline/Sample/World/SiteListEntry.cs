namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>One row of the site list as it is typed.</summary>
/// <param name="Code">With its trailing blank or line break, if any.</param>
/// <param name="IsNumber">Whether the cell holds a number.</param>
/// <param name="Id">The id beside it.</param>
internal sealed record SiteListEntry(string Code, bool IsNumber, int Id);
