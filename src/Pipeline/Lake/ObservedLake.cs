using System.Diagnostics;
using System.Runtime.CompilerServices;
using NovaCorrente.Pipeline.Telemetry;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Tells how long each operation of a lake took and how it ended.</summary>
internal sealed class ObservedLake(ILake lake) : ILake, IDisposable
{
    /// <summary>The lake that does the work.</summary>
    public ILake Observed => lake;

    public void Dispose() => (lake as IDisposable)?.Dispose();

    public Task PrepareAsync(CancellationToken cancellationToken) => lake.PrepareAsync(cancellationToken);

    public Task<Stream?> OpenReadAsync(LakeLayer layer, string key, CancellationToken cancellationToken) =>
        ObserveAsync("open", layer, key, () => lake.OpenReadAsync(layer, key, cancellationToken));

    public Task<LakeObject?> FindAsync(LakeLayer layer, string key, CancellationToken cancellationToken) =>
        ObserveAsync("find", layer, key, () => lake.FindAsync(layer, key, cancellationToken));

    public Task<LakeObject> PutAsync(LakeLayer layer, string key, Stream content, CancellationToken cancellationToken) =>
        ObserveAsync("put", layer, key, () => lake.PutAsync(layer, key, content, cancellationToken));

    public Task<LakeObject?> PutIfUnchangedAsync(LakeLayer layer, string key, string? expectedTag, Stream content, CancellationToken cancellationToken) =>
        ObserveAsync("put-if-unchanged", layer, key, () => lake.PutIfUnchangedAsync(layer, key, expectedTag, content, cancellationToken));

    public Task DeleteAsync(LakeLayer layer, string key, CancellationToken cancellationToken) => ObserveAsync("delete", layer, key, async () =>
    {
        await lake.DeleteAsync(layer, key, cancellationToken);
        return true;
    });

    public async IAsyncEnumerable<LakeObject> ListAsync(LakeLayer layer, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The time between two objects is the reader's as much as the lake's, so that only a failure and the first page are told apart.
        await using var objects = lake.ListAsync(layer, prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var isNext = await ObserveAsync("list", layer, prefix, () => objects.MoveNextAsync().AsTask());
        while (isNext)
        {
            yield return objects.Current;
            isNext = await objects.MoveNextAsync();
        }
    }

    private static async Task<T> ObserveAsync<T>(string operation, LakeLayer layer, string key, Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = PipelineTelemetry.StartLake(operation, layer, key);
        try
        {
            var result = await work();
            PipelineTelemetry.EndLake(activity, operation, layer, started, fault: null);
            return result;
        }
        catch (LakeException fault)
        {
            PipelineTelemetry.EndLake(activity, operation, layer, started, fault);
            throw;
        }
    }
}
