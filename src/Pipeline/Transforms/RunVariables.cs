namespace NovaCorrente.Pipeline.Transforms;

/// <summary>Variables that every run sets, beside its settings.</summary>
internal static class RunVariables
{
    /// <summary>Identity of the run; where a row comes from, never a reason to make it anew.</summary>
    public const string RunId = "run_id";

    /// <summary>The day of the run in America/Bahia.</summary>
    public const string Today = "today";
}
