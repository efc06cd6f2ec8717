using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.Tests.GraphTypes;

/// <summary>The two records of the public contract's example, of the one kind that gets nothing beyond the contract.</summary>
public static class ContractExample
{
    /// <summary>Something that is bought.</summary>
    [GoldTable(TableKind.Operations, "part", "parts", Grain = "one part")]
    public sealed record Part
    {
        /// <summary>Identity.</summary>
        [Key]
        public required string PartId { get; init; }

        /// <summary>Name.</summary>
        public required string Name { get; init; }

        /// <summary>Family.</summary>
        public string? Family { get; init; }

        /// <summary>Cost of one unit.</summary>
        [Money]
        public decimal? UnitCost { get; init; }
    }

    /// <summary>Demand of a day.</summary>
    [GoldTable(TableKind.Operations, "demandDailyByKey", "demandDaily", Grain = "one day")]
    public sealed record DemandDaily
    {
        /// <summary>Day.</summary>
        [Key]
        public required DateOnly Date { get; init; }

        /// <summary>Quantity.</summary>
        [Quantity]
        public required decimal Quantity { get; init; }

        /// <summary>Identity of the part.</summary>
        public string? PartId { get; init; }

        /// <summary>The part.</summary>
        [Relation(nameof(PartId))]
        public Part? Part { get; init; }
    }

    public static GoldSchema Schema() =>
        new(GoldModel.Of(typeof(DemandDaily), typeof(Part)), new PagingOptions { MaxPageSize = 50 });
}
