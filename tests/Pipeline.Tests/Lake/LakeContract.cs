using System.Text;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Tests.Lake;

/// <summary>What every lake must do. Each test works under a prefix of its own, so that a server can be shared.</summary>
public abstract class LakeContract
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}";

    public static TheoryData<string> UnusualKeys =>
        ["a b/c d.txt", "dt=2026-01-01/x+y&z.parquet", "50%25/é/ção.json", "q?u#o'\"t;e.csv", "日本/😀.bin", "a:b*c|<d>.txt", "~/-/_/(1)!.txt", "a../b..c"];

    private protected abstract Task<ILake> LakeAsync();

    [Fact]
    public async Task An_object_reads_back_as_it_was_written()
    {
        var lake = await LakeAsync();
        var put = await lake.PutAsync(LakeLayer.Gold, Key("a/b.txt"), Text("hello"), default);
        var found = await lake.FindAsync(LakeLayer.Gold, Key("a/b.txt"), default);

        Assert.Equal("hello", await ReadAsync(lake, Key("a/b.txt")));
        Assert.Equal(5, put.Size);
        Assert.Equal(Key("a/b.txt"), put.Key);
        Assert.Equal((put.Key, put.Size, put.Tag), (found!.Key, found.Size, found.Tag));
        Assert.True((DateTimeOffset.UtcNow - found.ModifiedAt).Duration() < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_absent_object_is_null_and_no_error()
    {
        var lake = await LakeAsync();
        Assert.Null(await lake.OpenReadAsync(LakeLayer.Gold, Key("absent"), default));
        Assert.Null(await lake.FindAsync(LakeLayer.Gold, Key("no/such/folder/absent"), default));
        Assert.Empty(await KeysAsync(lake, "nothing/"));
    }

    [Fact]
    public async Task Layers_do_not_share_keys()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Bronze, Key("k"), Text("bronze"), default);
        Assert.Null(await lake.FindAsync(LakeLayer.Silver, Key("k"), default));
        Assert.Null(await lake.FindAsync(LakeLayer.Backup, Key("k"), default));
    }

    [Fact]
    public async Task Overwriting_replaces_and_changes_the_tag_even_for_content_of_equal_length()
    {
        var lake = await LakeAsync();
        var tags = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            tags.Add((await lake.PutAsync(LakeLayer.Gold, Key("o"), Text($"version {i}"), default)).Tag);
        }

        Assert.Equal("version 9", await ReadAsync(lake, Key("o")));
        Assert.Equal(10, tags.Count);
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, Key("empty"), Text(""), default);
        Assert.Equal(0, (await lake.FindAsync(LakeLayer.Gold, Key("empty"), default))!.Size);
        Assert.Equal("", await ReadAsync(lake, Key("empty")));
    }

    [Fact]
    public async Task A_stream_of_20_MB_that_cannot_seek_travels_whole()
    {
        var lake = await LakeAsync();
        var bytes = new byte[20_000_003];
        new Random(7).NextBytes(bytes);

        var put = await lake.PutAsync(LakeLayer.Bronze, Key("large"), new ForwardOnlyStream(bytes), default);
        await using var read = (await lake.OpenReadAsync(LakeLayer.Bronze, Key("large"), default))!;
        using var copy = new MemoryStream();
        await read.CopyToAsync(copy);

        Assert.Equal(bytes.Length, put.Size);
        Assert.True(copy.ToArray().AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public async Task Listing_gives_all_keys_of_a_prefix_in_byte_order()
    {
        var lake = await LakeAsync();
        string[] keys = ["a-b/1", "a/1", "a/2/x", "a/10", "a.txt", "b", "B", "a/é", "a0", "😀", "\uffee"];
        foreach (var key in keys)
        {
            await lake.PutAsync(LakeLayer.Gold, Key(key), Text(key), default);
        }

        Assert.Equal(["B", "a-b/1", "a.txt", "a/1", "a/10", "a/2/x", "a/é", "a0", "b", "\uffee", "😀"], await KeysAsync(lake, ""));
        Assert.Equal(["a/1", "a/10", "a/2/x", "a/é"], await KeysAsync(lake, "a/"));
        Assert.Equal(["a/1", "a/10"], await KeysAsync(lake, "a/1"));
        Assert.Equal(["a/2/x"], await KeysAsync(lake, "a/2/"));
    }

    [Fact]
    public async Task Deleting_removes_and_may_be_repeated()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, Key("d/e/f"), Text("x"), default);
        await lake.DeleteAsync(LakeLayer.Gold, Key("d/e/f"), default);
        await lake.DeleteAsync(LakeLayer.Gold, Key("d/e/f"), default);
        Assert.Null(await lake.OpenReadAsync(LakeLayer.Gold, Key("d/e/f"), default));
        Assert.Empty(await KeysAsync(lake, ""));
        await lake.PutAsync(LakeLayer.Gold, Key("d/e/f"), Text("again"), default);
        Assert.Equal("again", await ReadAsync(lake, Key("d/e/f")));
    }

    [Fact]
    public async Task Of_16_writers_that_create_exactly_one_wins()
    {
        var lake = await LakeAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("pointer"), null, Text($"writer {i}"), default))));

        var winner = Assert.Single(Enumerable.Range(0, 16), i => written[i] is not null);
        Assert.Equal($"writer {winner}", await ReadAsync(lake, Key("pointer")));
    }

    [Fact]
    public async Task Of_16_writers_that_replace_exactly_one_wins_a_round()
    {
        var lake = await LakeAsync();
        var tag = (await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("pointer"), null, Text("first"), default))!.Tag;
        for (var round = 0; round < 5; round++)
        {
            var expected = tag;
            var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
                Task.Run(() => lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("pointer"), expected, Text($"{round} {i}"), default))));
            tag = Assert.Single(written, w => w is not null)!.Tag;
            Assert.Equal(tag, (await lake.FindAsync(LakeLayer.Gold, Key("pointer"), default))!.Tag);
        }
    }

    [Fact]
    public async Task A_conditional_write_on_a_stale_or_absent_version_changes_nothing()
    {
        var lake = await LakeAsync();
        var first = (await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("c"), null, Text("one"), default))!;
        Assert.NotNull(await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("c"), first.Tag, Text("two"), default));
        Assert.Null(await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("c"), first.Tag, Text("three"), default));
        Assert.Null(await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("c"), null, Text("three"), default));
        Assert.Null(await lake.PutIfUnchangedAsync(LakeLayer.Gold, Key("never"), first.Tag, Text("three"), default));
        Assert.Equal("two", await ReadAsync(lake, Key("c")));
        Assert.Null(await lake.FindAsync(LakeLayer.Gold, Key("never"), default));
    }

    [Theory]
    [MemberData(nameof(UnusualKeys))]
    public async Task Unusual_keys_are_kept_as_they_are(string key)
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, Key(key), Text(key), default);
        Assert.Equal(key, await ReadAsync(lake, Key(key)));
        Assert.Equal([key], await KeysAsync(lake, ""));
        await lake.DeleteAsync(LakeLayer.Gold, Key(key), default);
        Assert.Empty(await KeysAsync(lake, ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("../secret")]
    [InlineData("a/../../secret")]
    [InlineData("a/./b")]
    [InlineData(".lock")]
    [InlineData("a\\..\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task Keys_that_could_lead_elsewhere_are_refused(string key)
    {
        var lake = await LakeAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => lake.PutAsync(LakeLayer.Gold, key, Text("x"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => lake.OpenReadAsync(LakeLayer.Gold, key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => lake.DeleteAsync(LakeLayer.Gold, key, default));
    }

    [Fact]
    public async Task A_key_that_is_too_long_or_no_text_is_refused()
    {
        var lake = await LakeAsync();
        string[] keys = ["\ud800", new string('a', 201), string.Join('/', Enumerable.Repeat(new string('a', 100), 10))];
        foreach (var key in keys)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => lake.PutAsync(LakeLayer.Gold, key, Text("x"), default));
        }
    }

    [Fact]
    public async Task A_content_that_breaks_off_leaves_the_old_object()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, Key("kept"), Text("old"), default);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(
            () => lake.PutAsync(LakeLayer.Gold, Key("kept"), new ForwardOnlyStream(new byte[300_000], breakAt: 200_000), default));

        Assert.Contains("The source broke off", thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal("old", await ReadAsync(lake, Key("kept")));
    }

    [Fact]
    public async Task A_reader_keeps_its_version_while_another_is_written()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, Key("r"), Text("old"), default);
        await using var reader = (await lake.OpenReadAsync(LakeLayer.Gold, Key("r"), default))!;
        await lake.PutAsync(LakeLayer.Gold, Key("r"), Text("new"), default);
        using var text = new StreamReader(reader);
        Assert.Equal("old", await text.ReadToEndAsync());
        Assert.Equal("new", await ReadAsync(lake, Key("r")));
    }

    private protected static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private protected string Key(string key) => key.Length == 0 ? _prefix + "/" : $"{_prefix}/{key}";

    private protected static async Task<string> ReadAsync(ILake lake, string key)
    {
        await using var stream = (await lake.OpenReadAsync(LakeLayer.Gold, key, default))!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private async Task<List<string>> KeysAsync(ILake lake, string prefix)
    {
        var keys = new List<string>();
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, Key(prefix), default))
        {
            keys.Add(found.Key[(_prefix.Length + 1)..]);
        }

        return keys;
    }
}
