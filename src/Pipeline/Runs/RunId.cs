using System.Globalization;
using System.Security.Cryptography;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Identities of runs, which sort by start time.</summary>
internal static class RunId
{
    public static string New(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
}
