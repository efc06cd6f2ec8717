using GraphQL;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary><c>@include</c> or <c>@skip</c> on a variable.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Expected">The value that keeps the selection.</param>
/// <param name="Default">Value of the variable where the request gives none.</param>
internal readonly record struct Condition(string Variable, bool Expected, bool? Default)
{
    /// <summary>A value that is no boolean is refused by the engine; until then the selection counts.</summary>
    public bool Holds(Inputs variables) => (variables.TryGetValue(Variable, out var value) ? value as bool? : Default) is not { } given || given == Expected;
}
