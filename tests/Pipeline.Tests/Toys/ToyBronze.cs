using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>Sources of one small CSV file each. A file that starts with BROKEN is refused.</summary>
internal sealed class ToyBronze(string landing, ILake lake) : IBronze
{
    public static IReadOnlyList<SourceDefinition> Sources { get; } = [Define("items", "code", "kind", "price"), Define("rates", "day", "value")];

    private string LastGood => Path.Combine(landing, ".last-good");

    public async Task<BronzeSource> LandAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        var path = Path.Combine(landing, source.Name + ".csv");
        if (!File.Exists(path))
        {
            return Result(source, SourceState.Absent, null, null);
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken);
        if (text.StartsWith("BROKEN", StringComparison.Ordinal))
        {
            var kept = Path.Combine(LastGood, source.Name + ".csv");
            return File.Exists(kept)
                ? Result(source, SourceState.KeptLastGood, kept, "The file is broken.")
                : Result(source, SourceState.Failed, null, "The file is broken.");
        }

        await using var content = File.OpenRead(path);
        await lake.PutAsync(LakeLayer.Bronze, $"{source.Name}/{Hash(text)}", content, cancellationToken);
        return Result(source, SourceState.Landed, path, null);
    }

    public Task RememberAsync(IReadOnlyCollection<BronzeSource> sources, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(LastGood);
        foreach (var source in sources.Where(s => s.State is SourceState.Landed))
        {
            File.Copy(source.Inputs[0].File, Path.Combine(LastGood, source.Definition.Name + ".csv"), overwrite: true);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, long>> LoadAsync(
        DuckDBConnection connection, IReadOnlyCollection<BronzeSource> sources, IReadOnlySet<string>? tables, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            using var command = connection.CreateCommand();
            var columns = source.Definition.Tables[0].Columns.Select(c => c.Name);
            var from = source.Inputs.Count == 0
                ? $"(select {string.Join(", ", columns.Select(c => $"'' as {c}"))}) where false"
                : $"read_csv('{source.Inputs[0].File}', all_varchar = true)";
            command.CommandText = $"create table bronze.{source.Definition.Name} as select * from {from}; select count(*) from bronze.{source.Definition.Name}";
            rows[source.Definition.Name] = (long)command.ExecuteScalar()!;
        }

        return Task.FromResult<IReadOnlyDictionary<string, long>>(rows);
    }

    private static SourceDefinition Define(string name, params string[] columns) =>
        new(name, ".", [$"{name}.csv"], [new BronzeTable(name, [.. columns.Select(c => new BronzeColumn(c, c))])], TimeSpan.FromDays(1));

    private static BronzeSource Result(SourceDefinition source, SourceState state, string? path, string? problem)
    {
        var hash = Hash(path is null ? "" : File.ReadAllText(path));
        return new BronzeSource
        {
            Definition = source,
            State = state,
            Inputs = path is null ? [] : [new BronzeInput(source.Name, path, hash, BronzeFormat.Delimited, new DateTimeOffset(File.GetLastWriteTimeUtc(path)))],
            Problem = problem,
            TableHashes = new Dictionary<string, string>(StringComparer.Ordinal) { [source.Name] = hash },
            ContentHash = hash,
        };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
