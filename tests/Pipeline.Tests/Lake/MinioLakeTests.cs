using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Servers;

namespace NovaCorrente.Pipeline.Tests.Lake;

public sealed class MinioLakeTests(S3Server server) : LakeContract, IClassFixture<S3Server>, IDisposable
{
    // Whoever tries again does so for that long.
    private static readonly TimeSpan _hours = TimeSpan.FromHours(1);

    private readonly MinioLake _lake = server.Open();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_wrong_secret_is_named_and_not_tried_again()
    {
        var options = server.Options(secretKey: "wrong-secret");
        options.Patience = _hours;
        using var lake = new MinioLake(options, TimeProvider.System);
        Func<Task>[] calls =
        [
            () => lake.PrepareAsync(default),
            () => lake.OpenReadAsync(LakeLayer.Gold, "k", default),
            () => lake.FindAsync(LakeLayer.Gold, "k", default),
            () => lake.PutAsync(LakeLayer.Gold, "k", Text("x"), default),
            () => lake.PutIfUnchangedAsync(LakeLayer.Gold, "k", null, Text("x"), default),
            () => lake.DeleteAsync(LakeLayer.Gold, "k", default),
            async () => await lake.ListAsync(LakeLayer.Gold, "", default).GetAsyncEnumerator().MoveNextAsync(),
        ];
        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAsync<LakeException>(call).WaitAsync(TimeSpan.FromMinutes(2));
            Assert.Equal(LakeFault.Denied, fault.Fault);
            Assert.Contains("refuses access key 'minioadmin'", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_absent_bucket_is_named()
    {
        var options = server.Options();
        (options.BucketGold, options.Patience) = ("absent", _hours);
        using var lake = new MinioLake(options, TimeProvider.System);
        Func<Task>[] calls =
        [
            () => lake.OpenReadAsync(LakeLayer.Gold, "k", default),
            () => lake.FindAsync(LakeLayer.Gold, "k", default),
            () => lake.PutAsync(LakeLayer.Gold, "k", Text("x"), default),
            () => lake.PutIfUnchangedAsync(LakeLayer.Gold, "k", null, Text("x"), default),
            async () => await lake.ListAsync(LakeLayer.Gold, "", default).GetAsyncEnumerator().MoveNextAsync(),
        ];
        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAsync<LakeException>(call).WaitAsync(TimeSpan.FromMinutes(2));
            Assert.Equal((LakeFault.Missing, "Bucket 'absent' does not exist on " + options.Endpoint + "."), (fault.Fault, fault.Message));
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable_after_the_patience_is_used_up()
    {
        var options = new LakeOptions
        {
            Endpoint = $"127.0.0.1:{ServerPort.Free()}",
            AccessKey = "a",
            SecretKey = "secret-key",
            Patience = TimeSpan.Zero,
        };
        using var lake = new MinioLake(options, TimeProvider.System);
        var prepare = await Assert.ThrowsAsync<LakeException>(() => lake.PrepareAsync(default));
        var read = await Assert.ThrowsAsync<LakeException>(() => lake.OpenReadAsync(LakeLayer.Gold, "k", default));
        Assert.Equal((LakeFault.Unreachable, LakeFault.Unreachable), (prepare.Fault, read.Fault));
        Assert.Contains(options.Endpoint, prepare.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_goes_beyond_one_page_of_the_server()
    {
        var lake = await LakeAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_050), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) =>
            await lake.PutAsync(LakeLayer.Bronze, Key($"many/{i:0000}"), Text("x"), token));
        var keys = new List<string>();
        await foreach (var found in lake.ListAsync(LakeLayer.Bronze, Key("many/"), default))
        {
            keys.Add(found.Key);
        }

        Assert.Equal(Enumerable.Range(0, 1_050).Select(i => Key($"many/{i:0000}")), keys);
    }

    [Fact]
    public async Task Cancellation_is_no_fault_of_the_lake()
    {
        var lake = await LakeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => lake.PutAsync(LakeLayer.Gold, Key("k"), Text("x"), new CancellationToken(canceled: true)));
    }

    private protected override async Task<ILake> LakeAsync()
    {
        await _lake.PrepareAsync(default);
        return _lake;
    }
}
