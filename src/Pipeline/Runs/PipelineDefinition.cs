using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Checks;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>What a pipeline is made of. The product has one; tests run others through the same engine.</summary>
/// <param name="Sources">The sources.</param>
/// <param name="Transforms">The statements of silver and gold.</param>
/// <param name="Model">The declarations of gold.</param>
/// <param name="Balance">Checks beyond those that follow from the declarations.</param>
internal sealed record PipelineDefinition(
    IReadOnlyList<SourceDefinition> Sources, TransformCatalog Transforms, GoldModel Model, BalanceCheck? Balance)
{
    /// <summary>The pipeline of this product.</summary>
    public static PipelineDefinition Product() => new(
        SourceCatalog.All,
        TransformCatalog.Load(),
        GoldModel.Default,
        new BalanceCheck(["silver.source_count", "silver.purchase_line"], SourceBalance.Run));
}

/// <summary>A check over several tables.</summary>
/// <param name="Reads">Full names of the silver tables that it reads; gold is always there.</param>
/// <param name="Run">Does it.</param>
internal sealed record BalanceCheck(IReadOnlyList<string> Reads, Func<DuckDBConnection, IReadOnlyList<CheckResult>> Run);
