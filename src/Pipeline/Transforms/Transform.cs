namespace NovaCorrente.Pipeline.Transforms;

/// <summary>One table of silver or gold and the statement that makes it.</summary>
/// <param name="Schema"><c>silver</c> or <c>gold</c>.</param>
/// <param name="Table">SQL name of the table.</param>
/// <param name="Sql">One <c>select</c>, without a semicolon.</param>
/// <param name="Macros">The macros that it uses.</param>
/// <param name="DependsOn">Full names of the tables that it reads.</param>
/// <param name="Variables">Names of the settings that it reads, those of its macros included.</param>
public sealed record Transform(
    string Schema, string Table, string Sql, string Macros, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Variables)
{
    /// <summary>For example <c>gold.part_policy</c>.</summary>
    public string Name { get; } = $"{Schema}.{Table}";
}
