using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Checks;

/// <summary>One rule that the rows of a table must keep.</summary>
/// <param name="Rule">Name under which the result is recorded.</param>
/// <param name="Severity">What a failure does.</param>
/// <param name="Violations">SQL that counts the rows that break the rule.</param>
/// <param name="Example">SQL that tells of one such row, in one text.</param>
internal sealed record TableCheck(string Rule, CheckSeverity Severity, string Violations, string Example);
