using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Tests.Runs;

public sealed class SnapshotNewsTests
{
    private static readonly SnapshotManifest First = Snapshots.Of(
        "s1", null, Snapshots.Table("part", 5, "a", new(0, 5, 0, 0)), Snapshots.Table("site", 3, "x", new(0, 3, 0, 0)));

    private static readonly SnapshotManifest Second = Snapshots.Of(
        "s2", "s1", Snapshots.Table("part", 6, "b", new(5, 2, 3, 1)), Snapshots.Table("site", 3, "x", new(3, 0, 0, 0)));

    private static readonly SnapshotManifest Third = Snapshots.Of(
        "s3", "s2", Snapshots.Table("part", 4, "c", new(6, 0, 0, 2)), Snapshots.Table("site", 3, "x", new(3, 0, 0, 0)), Snapshots.Table("news", 9, "n", new(0, 9, 0, 0)));

    [Fact]
    public void The_first_and_the_next_bring_their_own_counts()
    {
        Assert.Equal([new TableNews("part", 0, 5, 5, 0, 0), new TableNews("site", 0, 3, 3, 0, 0)], SnapshotNews.Found(null, First).Tables);
        Assert.Equal([new TableNews("part", 5, 6, 2, 3, 1), new TableNews("site", 3, 3, 0, 0, 0)], SnapshotNews.Found(First, Second).Tables);
    }

    [Fact]
    public void Taking_one_back_turns_its_counts_round()
    {
        var news = SnapshotNews.Found(Second, First);

        Assert.Equal([new TableNews("part", 6, 5, 1, 3, 2), new TableNews("site", 3, 3, 0, 0, 0)], news.Tables);
        Assert.Equal([true, false], news.Tables.Select(table => table.IsChanged));
    }

    [Fact]
    public void Where_one_was_missed_only_rows_and_equality_are_known()
    {
        var news = SnapshotNews.Found(First, Third);

        Assert.Equal([new TableNews("part", 5, 4, null, null, null), new TableNews("site", 3, 3, 0, 0, 0), new TableNews("news", 0, 9, 9, 0, 0)], news.Tables);
        Assert.Equal([true, false, true], news.Tables.Select(table => table.IsChanged));
        Assert.Equal([new TableNews("part", 4, 5, null, null, null), new TableNews("site", 3, 3, 0, 0, 0)], SnapshotNews.Found(Third, First).Tables);
    }

    [Fact]
    public void Who_knew_of_none_finds_everything_new()
    {
        Assert.Equal([new TableNews("part", 0, 6, 6, 0, 0), new TableNews("site", 0, 3, 3, 0, 0)], SnapshotNews.Found(null, Second).Tables);
    }
}
