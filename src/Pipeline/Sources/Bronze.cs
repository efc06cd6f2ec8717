using DuckDB.NET.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Sources.Remote;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Lands sources by the rule that each landing is a full snapshot, and never lets a bad file displace a good one.</summary>
internal sealed class Bronze(
    BronzeStore store,
    SourceReader reader,
    BronzeLoader loader,
    RemoteSources remote,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<Bronze> logger) : IBronze
{
    private string Landing => Path.GetFullPath(options.Value.LandingFolder);

    public async Task<BronzeSource> LandAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        List<BronzeInput> inputs = [];
        List<BronzeRejection> rejections = [];
        IReadOnlyList<LandingFile> files = [];
        var problem = default(string);
        if (!Directory.Exists(Landing))
        {
            problem = $"The landing folder '{Landing}' does not exist.";
        }
        else
        {
            try
            {
                files = LandingFolder.Files(Landing, source);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = $"The folder '{source.Folder}' of the landing folder can't be read: {e.Message}";
            }
        }

        // What is pulled now is newer than whatever was dropped.
        files = [.. files, .. await remote.PullAsync(source, rejections, cancellationToken)];

        // Newest first: once a table that knows no merging has its file, older ones need not be read for it.
        foreach (var file in files.Reverse())
        {
            var wanted = source.Tables.Where(table => !table.NewestFileOnly || inputs.TrueForAll(input => input.Table != table.Name)).ToList();
            await LandFileAsync(source, file, wanted, inputs, rejections, cancellationToken);
        }

        // Parts of a workbook are optional, except the one that the source is about, unless another file has that one.
        rejections.RemoveAll(rejection => rejection.IsAbsence
            && (rejection.Part != source.Tables[0].Sheet || inputs.Exists(input => input.Table == source.Tables[0].Name)));
        inputs.Reverse();
        return await ConcludeAsync(source, files, inputs, rejections, problem, cancellationToken);
    }

    public async Task RememberAsync(IReadOnlyCollection<BronzeSource> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources.Where(source => source.State != SourceState.Failed))
        {
            await store.RememberAsync(Landing, source.Definition.Name, source.Inputs, cancellationToken);
        }
    }

    public Task<IReadOnlyDictionary<string, long>> LoadAsync(
        DuckDBConnection connection, IReadOnlyCollection<BronzeSource> sources, IReadOnlySet<string>? tables, CancellationToken cancellationToken) =>
        loader.LoadAsync(connection, sources, tables, cancellationToken);

    private async Task LandFileAsync(
        SourceDefinition source, LandingFile file, List<BronzeTable> wanted, List<BronzeInput> inputs, List<BronzeRejection> rejections,
        CancellationToken cancellationToken)
    {
        var sha256 = "";
        try
        {
            await using (var content = Open(file))
            {
                sha256 = await store.TakeAsync(content, file.Origin, file.ModifiedAt, time.GetUtcNow(), cancellationToken);
            }

            // A text file holds one table, the first of its source, and is not looked at when that one has its file.
            var readable = file.IsWorkbook ? wanted : wanted.Where(table => table == source.Tables[0]).ToList();
            if (readable.Count > 0)
            {
                var (good, problems) = await reader.ReadAsync(file, sha256, readable, cancellationToken);
                inputs.AddRange(good);
                rejections.AddRange(problems.Select(problem => Rejection(source, file, sha256, problem.Table.Sheet ?? problem.Table.Name, problem.Problem)));
            }
        }
        catch (SourceException e)
        {
            rejections.Add(Rejection(source, file, sha256, "", e));
        }
    }

    private static FileStream Open(LandingFile file)
    {
        try
        {
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(SourceException.Unreadable, $"It can't be opened: {e.Message}", e);
        }
    }

    private BronzeRejection Rejection(SourceDefinition source, LandingFile file, string sha256, string part, SourceException problem)
    {
        logger.LogWarning(problem, "Source {Source}: {File} {Part} is refused: {Reason}", source.Name, file.Name, part, problem.Message);
        return new BronzeRejection(source.Name, file.Name, sha256, part, problem.Rule, problem.Message) { IsAbsence = problem.IsAbsence };
    }

    private async Task<BronzeSource> ConcludeAsync(
        SourceDefinition source, IReadOnlyList<LandingFile> files, List<BronzeInput> inputs, List<BronzeRejection> rejections, string? problem,
        CancellationToken cancellationToken)
    {
        // The three lists of one sheet fail together: one rejection tells it.
        rejections = [.. rejections.DistinctBy(rejection => (rejection.File, rejection.Part, rejection.Reason))];
        var state = files.Count == 0 ? SourceState.Absent : SourceState.Landed;
        if (problem is not null || rejections.Count > 0)
        {
            problem ??= string.Join(' ', rejections.Select(rejection => $"{rejection.File}: {rejection.Reason}"));
            var lastGood = await store.LastGoodAsync(Landing, source.Name, cancellationToken);
            state = KeepLastGood(source, rejections, inputs, lastGood) ? SourceState.KeptLastGood : SourceState.Failed;
        }

        var hashes = source.Tables.ToDictionary(table => table.Name, table => BronzeContent.HashOf(inputs.Where(input => input.Table == table.Name)));
        var freshAsOf = files.Count > 0 ? files.Max(file => file.ModifiedAt) : inputs.Select(input => (DateTimeOffset?)input.ModifiedAt).Max();
        return new BronzeSource
        {
            Definition = source,
            State = state,
            Inputs = inputs,
            Rejections = rejections,
            Problem = problem,
            FreshAsOf = freshAsOf,
            IsStale = freshAsOf is { } newest && time.GetUtcNow() - newest > source.MaxAge,
            TableHashes = hashes,
            ContentHash = BronzeContent.Hash([.. hashes.Select(hash => $"{hash.Key} {hash.Value}"), BronzeContent.HashOf(rejections)]),
        };
    }

    /// <summary>Gives each table that lost a file the last good version of it, oldest first.</summary>
    /// <returns>Whether there was one wherever it was needed.</returns>
    private static bool KeepLastGood(
        SourceDefinition source, List<BronzeRejection> rejections, List<BronzeInput> inputs, IReadOnlyList<BronzeInput> lastGood)
    {
        var complete = true;
        foreach (var table in source.Tables)
        {
            // Without a rejection it is the folder that could not be read, and all its files are lost.
            var lost = rejections.Where(rejection => rejection.Part is "" || rejection.Part == (table.Sheet ?? table.Name)).ToList();
            if (rejections.Count > 0 && lost.Count == 0)
            {
                continue;
            }

            var now = inputs.Where(input => input.Table == table.Name).ToList();
            var before = lastGood.Where(input => input.Table == table.Name).ToList();
            if (table.NewestFileOnly)
            {
                before = now.Count > 0 ? [] : before;
                // Of a file that is lost as a whole, nobody can say which optional parts it had; the part that the source is about it had.
                complete &= now.Count + before.Count > 0 || (table != source.Tables[0] && lost.TrueForAll(rejection => rejection.Part is ""));
            }
            else
            {
                before = [.. before.Where(input => now.TrueForAll(other => other.File != input.File)
                    && (rejections.Count == 0 || lost.Exists(rejection => rejection.File == input.File)))];
                complete &= rejections.Count == 0 ? now.Count + before.Count > 0 : lost.TrueForAll(rejection => before.Exists(input => input.File == rejection.File));
            }

            inputs.InsertRange(0, before);
        }

        return complete;
    }
}
