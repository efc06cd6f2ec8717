using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Servers;

namespace NovaCorrente.Pipeline.Tests.Lake;

/// <summary>The server is killed and started again in the middle of what the lake does.</summary>
public sealed class MinioLakeOutageTests(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task A_read_goes_on_where_it_stopped()
    {
        using var lake = server.Open();
        await lake.PrepareAsync(default);
        var bytes = new byte[40_000_000];
        new Random(11).NextBytes(bytes);
        await lake.PutAsync(LakeLayer.Bronze, "large", new MemoryStream(bytes), default);

        await using var stream = (await lake.OpenReadAsync(LakeLayer.Bronze, "large", default))!;
        using var read = new MemoryStream();
        var buffer = new byte[1_000_000];
        read.Write(buffer, 0, await stream.ReadAsync(buffer));
        await server.KillAsync();
        var rest = stream.CopyToAsync(read);
        await server.StartAgainAsync();
        await rest;

        Assert.True(read.ToArray().AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public async Task A_read_of_what_was_replaced_meanwhile_fails_instead_of_mixing_two_versions()
    {
        using var lake = server.Open();
        await lake.PrepareAsync(default);
        await lake.PutAsync(LakeLayer.Bronze, "replaced", new MemoryStream(new byte[40_000_000]), default);
        await using var stream = (await lake.OpenReadAsync(LakeLayer.Bronze, "replaced", default))!;
        await stream.ReadExactlyAsync(new byte[1000]);
        await server.KillAsync();
        await server.StartAgainAsync();
        await lake.PutAsync(LakeLayer.Bronze, "replaced", new MemoryStream([1, 2, 3]), default);

        var fault = await Assert.ThrowsAsync<LakeException>(() => stream.CopyToAsync(Stream.Null));
        Assert.Equal(LakeFault.Corrupt, fault.Fault);
    }

    [Fact]
    public async Task A_server_that_takes_connections_and_says_nothing_is_given_up_by_name_and_used_again_when_it_answers()
    {
        var options = server.Options();
        (options.AnswerTimeout, options.Patience) = (TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1));
        using var lake = new MinioLake(options, TimeProvider.System);
        using var patient = server.Open();
        await patient.PrepareAsync(default);
        await patient.PutAsync(LakeLayer.Gold, "paused", new MemoryStream([1]), default);
        await server.PauseAsync();
        try
        {
            foreach (var call in (Func<Task>[])
            [
                () => lake.OpenReadAsync(LakeLayer.Gold, "paused", default),
                () => lake.FindAsync(LakeLayer.Gold, "paused", default),
                () => lake.PutAsync(LakeLayer.Gold, "other", new MemoryStream([1]), default),
                () => lake.PutIfUnchangedAsync(LakeLayer.Gold, "another", null, new MemoryStream([1]), default),
                () => lake.DeleteAsync(LakeLayer.Gold, "absent", default),
                () => lake.ListAsync(LakeLayer.Gold, "paused", default).GetAsyncEnumerator().MoveNextAsync().AsTask(),
                () => LakeWait.WithinAsync(TimeSpan.FromMilliseconds(100), TimeProvider.System, token => lake.FindAsync(LakeLayer.Gold, "paused", token), default),
            ])
            {
                var fault = await Assert.ThrowsAsync<LakeException>(() => call().WaitAsync(TimeSpan.FromMinutes(2)));
                Assert.Equal(LakeFault.Unreachable, fault.Fault);
                Assert.Contains("did not answer within", fault.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            await server.ResumeAsync();
        }

        Assert.NotNull(await patient.FindAsync(LakeLayer.Gold, "paused", default));
    }

    [Fact]
    public async Task Writing_listing_finding_and_deleting_wait_for_the_server()
    {
        using var lake = server.Open();
        await lake.PrepareAsync(default);
        await lake.PutAsync(LakeLayer.Silver, "a", new MemoryStream([1]), default);
        await server.KillAsync();
        var work = Task.WhenAll(
            lake.PutAsync(LakeLayer.Silver, "b", new MemoryStream(new byte[8_000_000]), default),
            lake.PutIfUnchangedAsync(LakeLayer.Silver, "c", null, new MemoryStream([3]), default),
            lake.FindAsync(LakeLayer.Silver, "a", default),
            lake.DeleteAsync(LakeLayer.Silver, "absent", default),
            lake.ListAsync(LakeLayer.Silver, "a", default).GetAsyncEnumerator().MoveNextAsync().AsTask());
        await server.StartAgainAsync();
        await work;

        Assert.Equal(8_000_000, (await lake.FindAsync(LakeLayer.Silver, "b", default))!.Size);
        Assert.NotNull(await lake.FindAsync(LakeLayer.Silver, "c", default));
    }
}
