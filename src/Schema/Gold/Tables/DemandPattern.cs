namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>The shape of a part's demand after Syntetos and Boylan: how often it is bought (ADI) and how much the amounts vary (CV²).</summary>
public enum DemandPattern
{
    /// <summary>Often and in even amounts: ADI &lt; 1.32 and CV² &lt; 0.49.</summary>
    Smooth,

    /// <summary>Often, in uneven amounts: ADI &lt; 1.32 and CV² ≥ 0.49.</summary>
    Erratic,

    /// <summary>Seldom, in even amounts: ADI ≥ 1.32 and CV² &lt; 0.49.</summary>
    Intermittent,

    /// <summary>Seldom and in uneven amounts: ADI ≥ 1.32 and CV² ≥ 0.49.</summary>
    Lumpy,
}
