using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Transforms;
using Polly;

namespace NovaCorrente.Pipeline.Sources.Remote;

/// <summary>Pulls the answers of public services into files, byte for byte, beside those of the landing folder.</summary>
internal sealed class RemoteSources(
    IHttpClientFactory clients, IOptions<RemoteOptions> options, IOptions<PipelineOptions> pipeline, TimeProvider time, ILogger<RemoteSources> logger)
{
    public const string ClientName = "NovaCorrente.Sources";

    // What was pulled never has the name of a file that was dropped, so that neither hides the other.
    private const string Prefix = "remote/";

    /// <summary>Whether an input was pulled from a service, not put into the landing folder.</summary>
    public static bool IsPulled(BronzeInput input) => input.File.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Pulls all answers of a source; a failed one becomes a rejection.</summary>
    public async Task<IReadOnlyList<LandingFile>> PullAsync(
        SourceDefinition source, ICollection<BronzeRejection> rejections, CancellationToken cancellationToken)
    {
        List<LandingFile> files = [];
        if (!options.Value.Enabled)
        {
            return files;
        }

        foreach (var request in RemoteRequest.All(options.Value, BahiaDay.Of(time.GetUtcNow())).Where(request => request.Source == source.Name))
        {
            try
            {
                files.Add(await PullAsync(request, cancellationToken));
            }
            catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
            {
                logger.LogWarning(e, "Source {Source}: {Address} gave no answer", source.Name, request.Address);
                rejections.Add(new BronzeRejection(
                    source.Name, Prefix + request.File, "", "", SourceException.Unreachable, $"{request.Address.Host} gave no answer: {e.Message}"));
            }
        }

        return files;
    }

    private async Task<LandingFile> PullAsync(RemoteRequest request, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var response = await client.GetAsync(request.Address, cancellationToken);
        response.EnsureSuccessStatusCode();
        var path = Path.Combine(Path.GetFullPath(pipeline.Value.WorkFolder), Prefix + request.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = File.Create(path))
        {
            await response.Content.CopyToAsync(file, cancellationToken);
        }

        return new LandingFile(path, Prefix + request.File, time.GetUtcNow()) { Origin = request.Address.AbsoluteUri };
    }
}
