using System.Globalization;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Tells a date and time from a snapshot id. Ids are written without separators, so the two cannot be confused.</summary>
internal static class SnapshotMoment
{
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        return text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }
}
