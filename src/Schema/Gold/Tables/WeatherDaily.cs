using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Weather by local day, from hourly values in GMT. The first and last day of a series are partial: see hoursSeen.</summary>
[GoldTable(TableKind.Fact, "weatherDailyByKey", "weatherDaily", Grain = "one city × day in America/Bahia")]
public sealed record WeatherDaily
{
    /// <summary>The city.</summary>
    [Key]
    public required string CityCode { get; init; }

    /// <summary>The day in America/Bahia (UTC−03:00).</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Lowest hourly temperature; null when no hour has one.</summary>
    [Rate]
    [Unit("°C")]
    [Range(-60, 60)]
    public decimal? TemperatureMin { get; init; }

    /// <summary>Mean of the hourly temperatures; null when no hour has one.</summary>
    [Rate]
    [Unit("°C")]
    [Range(-60, 60)]
    public decimal? TemperatureMean { get; init; }

    /// <summary>Highest hourly temperature; null when no hour has one.</summary>
    [Rate]
    [Unit("°C")]
    [Range(-60, 60)]
    public decimal? TemperatureMax { get; init; }

    /// <summary>Mean of the hourly relative humidity; null when no hour has one.</summary>
    [Rate]
    [Unit("%")]
    [Range(0, 100, Severity = CheckSeverity.Warn)]
    public decimal? HumidityMean { get; init; }

    /// <summary>Rain of the hours seen; null when no hour has a value.</summary>
    [Rate]
    [Unit("mm")]
    [Range(0)]
    public decimal? RainSum { get; init; }

    /// <summary>Highest hourly wind speed at 10 m; null when no hour has one.</summary>
    [Rate]
    [Unit("km/h")]
    [Range(0)]
    public decimal? WindMax { get; init; }

    /// <summary>Hours of the day that the source holds; a whole day has 24.</summary>
    [Unit("hours")]
    [Range(1, 24)]
    public required int HoursSeen { get; init; }

    /// <summary>Whether it rained 50 mm or more in the hours seen; null when the rain is unknown.</summary>
    [Formula("rainSum ≥ 50 mm")]
    public bool? IsHeavyRain { get; init; }

    /// <summary>The city.</summary>
    [Relation(nameof(CityCode))]
    public required City City { get; init; }

    /// <summary>The day.</summary>
    [Relation(nameof(Date))]
    public required CalendarDay CalendarDay { get; init; }
}
