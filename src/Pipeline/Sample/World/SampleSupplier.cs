namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>A supplier and the ways its name is typed.</summary>
/// <param name="Index">Identity.</param>
/// <param name="Spellings">All spellings, which one cleaning rule must bring together.</param>
/// <param name="HasTaxNumber">Whether a spelling starts or ends with a tax number, as those of individuals do.</param>
/// <param name="CycleDays">Typical days from request to order.</param>
internal sealed record SampleSupplier(int Index, IReadOnlyList<string> Spellings, bool HasTaxNumber, double CycleDays);
