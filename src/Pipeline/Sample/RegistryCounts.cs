namespace NovaCorrente.Pipeline.Sample;

/// <summary>What the workbook's three lists and its account summary hold.</summary>
public sealed record RegistryCounts
{
    /// <summary>Rows of the site list.</summary>
    public required int Sites { get; init; }

    /// <summary>Sites that appear again under a second id, after trimming.</summary>
    public required int DuplicateSites { get; init; }

    /// <summary>Site codes followed by a blank.</summary>
    public required int TrailingBlanks { get; init; }

    /// <summary>Site codes that end in a line break.</summary>
    public required int LineBreaks { get; init; }

    /// <summary>Site codes stored as numbers.</summary>
    public required int NumericCodes { get; init; }

    /// <summary>Rows of the customer list.</summary>
    public required int Customers { get; init; }

    /// <summary>Rows of the status list.</summary>
    public required int Statuses { get; init; }

    /// <summary>Accounts, the control total excluded.</summary>
    public required int Accounts { get; init; }

    /// <summary>The control total, in BRL.</summary>
    public required decimal AccountTotal { get; init; }
}
