using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>Finds the document text of a request: sent along, or named by key or hash.</summary>
internal sealed partial class OperationDocumentResolver(
    TrustedDocuments trusted, IOperationDocumentStorage storage, IOptions<PersistedOperationOptions> options)
{
    private readonly PersistedOperationOptions _options = options.Value;

    /// <exception cref="RequestException">The key is unknown or malformed, or the text is not allowed.</exception>
    public async ValueTask<OperationDocument> ResolveAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var hash = HashOf(request);
        if (!string.IsNullOrEmpty(request.Query))
        {
            return await ResolveTextAsync(request.Query, hash, cancellationToken);
        }

        if (!string.IsNullOrEmpty(request.DocumentId))
        {
            return new OperationDocument(await ReadAsync(request.DocumentId, cancellationToken)
                ?? throw RequestErrors.PersistedOperationNotFound(request.DocumentId));
        }

        if (hash is null)
        {
            throw RequestErrors.QueryOrIdMissing();
        }

        return new OperationDocument(await ReadAsync(hash, cancellationToken)
            ?? throw (IsAutomatic ? RequestErrors.PersistedQueryNotFound() : RequestErrors.PersistedOperationNotFound(hash)));
    }

    /// <summary>Stores a document that turned out valid.</summary>
    public ValueTask RegisterAsync(OperationDocument document, CancellationToken cancellationToken) =>
        document.Registration is { Matches: true } registration
            ? storage.SaveAsync(registration.ActualHash, document.Text, cancellationToken)
            : ValueTask.CompletedTask;

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private bool IsAutomatic => _options is { Automatic: true, OnlyAllowPersistedDocuments: false };

    private async ValueTask<OperationDocument> ResolveTextAsync(string text, string? hash, CancellationToken cancellationToken)
    {
        if (_options.OnlyAllowPersistedDocuments)
        {
            var allowed = _options.AllowDocumentBody && await FindAsync(Hash(text), cancellationToken) is not null;
            return allowed ? new OperationDocument(text) : throw RequestErrors.OnlyPersistedOperations();
        }

        return new OperationDocument(text, hash is not null && IsAutomatic ? new DocumentRegistration(hash, Hash(text)) : null);
    }

    private ValueTask<string?> ReadAsync(string id, CancellationToken cancellationToken) =>
        IdPattern().IsMatch(id) ? FindAsync(id, cancellationToken) : throw RequestErrors.InvalidOperationId();

    private ValueTask<string?> FindAsync(string id, CancellationToken cancellationToken) =>
        trusted.Find(id) is { } text ? ValueTask.FromResult<string?>(text) : storage.TryReadAsync(id, cancellationToken);

    private static string? HashOf(OperationRequest request) =>
        request.Extensions is { } extensions
        && extensions.TryGetValue("persistedQuery", out var value)
        && value is IDictionary<string, object?> persistedQuery
        && persistedQuery.TryGetValue("sha256Hash", out var hash)
            ? hash as string
            : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdPattern();
}
