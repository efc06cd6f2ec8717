namespace NovaCorrente.Resolvers.Operations;

/// <summary>Points in time as the operations tables keep them.</summary>
internal static class Times
{
    // Answers show milliseconds; keeping more would make a time that was read from an answer find nothing.
    public static DateTime Stored(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    public static DateTime? Stored(DateTimeOffset? time) => time is { } known ? Stored(known) : null;

    public static long? Milliseconds(DateTimeOffset start, DateTimeOffset? end) =>
        end is { } known ? (long)(Stored(known) - Stored(start)).TotalMilliseconds : null;
}
