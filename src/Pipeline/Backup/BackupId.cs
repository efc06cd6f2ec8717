using System.Globalization;
using System.Security.Cryptography;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Identities of backups, which tell their time.</summary>
internal static class BackupId
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int TimeLength = 19;

    public static string New(DateTimeOffset takenAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{takenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>The time in an identity; null when the text is none.</summary>
    public static DateTimeOffset? TimeOf(string id) =>
        id.Length == TimeLength + 9 && id[TimeLength] == '-' && id[(TimeLength + 1)..].All(char.IsAsciiHexDigitLower)
        && DateTimeOffset.TryParseExact(id[..TimeLength], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;
}
