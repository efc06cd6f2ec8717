using System.Text.Json.Serialization;
using Parquet.Serialization.Attributes;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>One row of a forecast file; quantities in the part's unit.</summary>
internal sealed class ForecastRow
{
    [JsonPropertyName("series_id")]
    public required string SeriesId { get; set; }

    [JsonPropertyName("part_code")]
    public required string PartCode { get; set; }

    [JsonPropertyName("site_code")]
    public required string? SiteCode { get; set; }

    [JsonPropertyName("family")]
    public required string Family { get; set; }

    [JsonPropertyName("ds")]
    [ParquetTimestamp(ParquetTimestampResolution.Microseconds, useLogicalTimestamp: true, isAdjustedToUTC: false)]
    public required DateTime Day { get; set; }

    [JsonPropertyName("yhat")]
    public required double Expected { get; set; }

    [JsonPropertyName("yhat_lower")]
    public required double Lower { get; set; }

    [JsonPropertyName("yhat_upper")]
    public required double Upper { get; set; }

    [JsonPropertyName("model_name")]
    public required string ModelName { get; set; }

    [JsonPropertyName("model_version")]
    public required string ModelVersion { get; set; }

    [JsonPropertyName("generated_at")]
    [ParquetTimestamp(ParquetTimestampResolution.Microseconds, useLogicalTimestamp: true, isAdjustedToUTC: true)]
    public required DateTime GeneratedAt { get; set; }

    [JsonPropertyName("dataset_id")]
    public required string DatasetId { get; set; }

    [JsonPropertyName("source")]
    public required string Source { get; set; }

    [JsonPropertyName("provenance")]
    public required string Provenance { get; set; }
}
