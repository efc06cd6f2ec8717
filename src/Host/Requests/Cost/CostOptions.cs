using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>What one operation may cost; configuration section <c>GraphQL:Cost</c>.</summary>
public sealed class CostOptions
{
    /// <summary>Whether operations above the maxima are refused; off, costs are only reported.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Largest field cost: the work of fields, filters and orders, times the lists they stand in.</summary>
    [Range(1, 1e12)]
    public double MaxFieldCost { get; set; } = 100_000;

    /// <summary>Largest type cost: the objects that the answer may hold.</summary>
    [Range(1, 1e12)]
    public double MaxTypeCost { get; set; } = 50_000;
}
