using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Schema.Tests.GraphTypes;

/// <summary>Two records with every kind of column and relation, and names that meet.</summary>
public static class EveryKind
{
    /// <summary>Colour of a thing.</summary>
    public enum Colour
    {
        /// <summary>Like the sky.</summary>
        Blue,

        /// <summary>Like a "ripe" lemon.</summary>
        LightYellow,
    }

    /// <summary>A box.</summary>
    [GoldTable(TableKind.Dimension, "box", "boxes", Grain = "one box")]
    public sealed record Box
    {
        /// <summary>Shelf.</summary>
        [Key]
        public required int Shelf { get; init; }

        /// <summary>Place on the shelf.</summary>
        [Key]
        public required long Place { get; init; }

        /// <summary>Things in it.</summary>
        [InverseOf(nameof(Thing.Box))]
        public IReadOnlyList<Thing> Things { get; init; } = [];

        /// <summary>Things meant for it.</summary>
        [InverseOf(nameof(Thing.Home))]
        public IReadOnlyList<Thing> Expected { get; init; } = [];

        /// <summary>Boxes put into it.</summary>
        [InverseOf(nameof(Crate.Box))]
        public IReadOnlyList<Crate> Parts { get; init; } = [];
    }

    /// <summary>A crate.</summary>
    [GoldTable(TableKind.Dimension, "crate", "crates", Grain = "one crate")]
    public sealed record Crate
    {
        /// <summary>Number.</summary>
        [Key]
        public required int Number { get; init; }

        /// <summary>Shelf of its box.</summary>
        public required int Shelf { get; init; }

        /// <summary>Place of its box.</summary>
        public required long Place { get; init; }

        /// <summary>Its box.</summary>
        [Relation(nameof(Shelf), nameof(Place))]
        public required Box Box { get; init; }

        /// <summary>Things in it.</summary>
        [InverseOf(nameof(Thing.Crate))]
        public IReadOnlyList<Thing> Parts { get; init; } = [];
    }

    /// <summary>A thing.</summary>
    [GoldTable(TableKind.Fact, "thing", "things", Grain = "one thing")]
    public sealed record Thing
    {
        /// <summary>Number.</summary>
        [Key]
        public required int Number { get; init; }

        /// <summary>Colour.</summary>
        public required Colour Colour { get; init; }

        /// <summary>Colour of its lid, if it has one.</summary>
        public Colour? Lid { get; init; }

        /// <summary>Colours of its sides.</summary>
        public required IReadOnlyList<Colour> Sides { get; init; }

        /// <summary>Labels, if it was ever labelled.</summary>
        public IReadOnlyList<string>? Labels { get; init; }

        /// <summary>Whether it is heavy.</summary>
        public bool? IsHeavy { get; init; }

        /// <summary>Length.</summary>
        [Unit("m")]
        public double? Length { get; init; }

        /// <summary>Value.</summary>
        [Money]
        [Unit("BRL")]
        [Formula("price × pieces")]
        public required decimal Value { get; init; }

        /// <summary>When it was made.</summary>
        public DateTime? MadeAt { get; init; }

        /// <summary>The day it is due.</summary>
        public required DateOnly DueOn { get; init; }

        /// <summary>Shelf of its box.</summary>
        public required int Shelf { get; init; }

        /// <summary>Place of its box.</summary>
        public required long Place { get; init; }

        /// <summary>Number of its crate.</summary>
        public int? CrateNumber { get; init; }

        /// <summary>The box it is in.</summary>
        [Relation(nameof(Shelf), nameof(Place))]
        public required Box Box { get; init; }

        /// <summary>The box it belongs in.</summary>
        [Relation(nameof(Shelf), nameof(Place))]
        public Box? Home { get; init; }

        /// <summary>The crate it is in.</summary>
        [Relation(nameof(CrateNumber))]
        public Crate? Crate { get; init; }
    }

    public static GoldSchema Schema() => new(GoldModel.Of(typeof(Box), typeof(Crate), typeof(Thing)));
}
