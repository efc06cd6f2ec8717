namespace NovaCorrente.Pipeline.Runs;

/// <summary>What the work of a step tells of itself.</summary>
internal sealed class StepScope
{
    /// <summary>Rows read, when it reads rows.</summary>
    public long? RowsIn { get; set; }

    /// <summary>Rows written, when it writes rows.</summary>
    public long? RowsOut { get; set; }

    /// <summary>Something worth telling.</summary>
    public string? Note { get; set; }
}
