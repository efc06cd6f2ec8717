namespace NovaCorrente.Pipeline.Transforms;

/// <summary>Days as they are counted in Salvador.</summary>
internal static class BahiaDay
{
    private static readonly TimeZoneInfo Bahia = TimeZoneInfo.FindSystemTimeZoneById("America/Bahia");

    /// <summary>The day of a moment in America/Bahia.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Bahia).DateTime);
}
