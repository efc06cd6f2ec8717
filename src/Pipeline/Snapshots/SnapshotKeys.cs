using System.Text.RegularExpressions;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Where things lie in the gold layer.</summary>
internal static partial class SnapshotKeys
{
    public const string Pointer = "current.json";
    public const string Folder = "snapshots/";

    public static string Manifest(string id) => $"{Folder}{id}/manifest.json";

    public static string Table(string id, string table) => $"{Folder}{id}/{table}.parquet";

    /// <summary>The snapshot that an object belongs to, or null.</summary>
    public static string? IdOf(string key) => key.Split('/') is ["snapshots", var id, _, ..] ? id : null;

    /// <summary>Whether a text can be the id of a snapshot at all; ids also come from readers.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
