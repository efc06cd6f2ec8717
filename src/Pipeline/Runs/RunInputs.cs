using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Sources.Remote;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>
/// Hashes what somebody decided to make gold of: the landed files, the transforms and the settings. What changes by itself, the day and the
/// answers of public services, does not count: it would undo every rollback the night after.
/// </summary>
internal static class RunInputs
{
    public static string Hash(
        IEnumerable<BronzeSource> sources, TransformCatalog transforms, IReadOnlyDictionary<string, string> variables) => Hashing.Sha256(string.Join(
        '\n',
        sources.SelectMany(s => s.Inputs).Where(i => !RemoteSources.IsPulled(i)).Select(i => $"{i.Table} {i.File} {i.Sha256}").Order(StringComparer.Ordinal)
            .Append(transforms.Hash)
            .Concat(variables.Where(v => v.Key is not (RunVariables.Today or RunVariables.RunId)).Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal))));
}
