using System.Text.Json;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Persisted;

namespace NovaCorrente.Host.Dashboard;

/// <summary>
/// Trusts the operations of the pages before the first request, so that they may name them by hash at once, also where only stored operations
/// are allowed.
/// </summary>
internal sealed partial class DashboardOperations(
    IOptions<DashboardOptions> options,
    TrustedDocuments trusted,
    IOperationDocumentStorage storage,
    ILogger<DashboardOperations> logger) : BackgroundService
{
    private readonly Dictionary<string, string> _operations = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.Value.Folder, DashboardOptions.OperationsFile);
        foreach (var (hash, text) in await ReadAsync(path, cancellationToken))
        {
            if (OperationDocumentResolver.Hash(text) != hash)
            {
                LogWrongHash(path, hash);
                continue;
            }

            trusted.Add(hash, text);
            _operations.Add(hash, text);
        }

        LogTrusted(_operations.Count);
        await base.StartAsync(cancellationToken);
    }

    // While a new version is rolled out, its pages also ask replicas of the one before, which find in the storage what did not come with them.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (hash, text) in _operations)
        {
            await storage.SaveAsync(hash, text, stoppingToken);
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, cancellationToken: cancellationToken) ?? [];
    }

    [LoggerMessage(LogLevel.Error, "{Path} lists a text under {Hash} that is not its hash; it is left out.")]
    private partial void LogWrongHash(string path, string hash);

    [LoggerMessage(LogLevel.Debug, "{Count} operations of the dashboard are trusted.")]
    private partial void LogTrusted(int count);
}
