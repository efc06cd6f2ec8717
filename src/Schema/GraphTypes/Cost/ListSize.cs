namespace NovaCorrente.Schema.GraphTypes.Cost;

/// <summary>What <c>@listSize</c> says about a field.</summary>
/// <param name="AssumedSize">The largest number of items.</param>
/// <param name="DefaultSize">The number of items when no slicing argument is given.</param>
/// <param name="SlicingArguments">The arguments that tell the number of items.</param>
/// <param name="SizedFields">The subfields to which the number applies.</param>
public sealed record ListSize(int AssumedSize, int DefaultSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);
