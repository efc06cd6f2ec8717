using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>What the tables of bronze hold, told by hashes: equal hashes mean equal rows, so that nothing made from them need be made again.</summary>
internal static class BronzeContent
{
    public const string Rejection = "rejection";
    public const string UnreadableLine = "unreadable_line";

    public static string HashOf(IEnumerable<BronzeInput> inputs) =>
        Hash(inputs.Select(input => $"{input.Table} {input.File} {input.Sha256} {input.Format}"));

    public static string HashOf(IEnumerable<BronzeRejection> rejections) =>
        Hash(rejections.Select(rejection => $"{rejection.Source} {rejection.File} {rejection.Sha256} {rejection.Part} {rejection.Rule} {rejection.Reason}"));

    public static string Hash(IEnumerable<string> parts) =>
        Hashing.Sha256(string.Join('\n', parts.Prepend(BronzeStore.ReaderVersion)));
}
