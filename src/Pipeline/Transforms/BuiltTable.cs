namespace NovaCorrente.Pipeline.Transforms;

/// <summary>A table of silver or gold as a run has it.</summary>
/// <param name="Transform">What makes it.</param>
/// <param name="State">What is known of its rows.</param>
/// <param name="IsBuilt">Whether its statement was run; otherwise the rows of an earlier run hold.</param>
/// <param name="FreshAsOf">Change time of the newest source file that went into it.</param>
internal sealed record BuiltTable(Transform Transform, TableState State, bool IsBuilt, DateTimeOffset? FreshAsOf);
