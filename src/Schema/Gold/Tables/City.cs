using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A city with weather observations.</summary>
[GoldTable(TableKind.Dimension, "city", "cities", Grain = "one city")]
public sealed record City
{
    /// <summary>Name and state in lower case without accents, for example <c>rio_de_janeiro_rj</c>.</summary>
    [Key]
    public required string CityCode { get; init; }

    /// <summary>Name of the city in upper case without accents.</summary>
    public required string Name { get; init; }

    /// <summary>Brazilian state, two letters.</summary>
    public required string State { get; init; }

    /// <summary>Latitude of the weather model's grid point; null when the source does not give it.</summary>
    [Rate]
    [Unit("degrees")]
    [Range(-90, 90)]
    public decimal? Latitude { get; init; }

    /// <summary>Longitude of the weather model's grid point; null when the source does not give it.</summary>
    [Rate]
    [Unit("degrees")]
    [Range(-180, 180)]
    public decimal? Longitude { get; init; }

    /// <summary>Elevation above the sea; null when the source does not give it.</summary>
    [Rate]
    [Unit("m")]
    public decimal? Elevation { get; init; }

    /// <summary>The weather of the city day by day.</summary>
    [InverseOf(nameof(WeatherDaily.City))]
    public IReadOnlyList<WeatherDaily> Weather { get; init; } = [];
}
