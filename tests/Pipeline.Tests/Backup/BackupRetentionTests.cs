using CsCheck;
using NovaCorrente.Pipeline.Backup;

namespace NovaCorrente.Pipeline.Tests.Backup;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_years_of_hours_the_young_the_days_and_the_months_stay()
    {
        var ids = Enumerable.Range(0, 2 * 365 * 24).Select(hours => BackupId.New(Now.AddHours(-hours))).ToList();
        var kept = BackupRetention.Keep(ids, new BackupOptions(), Now).Select(id => BackupId.TimeOf(id)!.Value).Order().ToList();

        // 49 from now to two days ago, the last of 27 days before those, and of nine months before January, whose last day is among the days.
        Assert.Equal(49 + 27 + 9, kept.Count);
        Assert.Equal(new DateTimeOffset(2025, 4, 30, 23, 15, 0, TimeSpan.Zero), kept[0]);
        Assert.Equal(Now, kept[^1]);
    }

    [Fact]
    public void Whatever_there_is_the_newest_stays_and_doing_it_again_removes_nothing_more() =>
        Gen.Select(Gen.Int[0, 2_000_000].List[1, 60], Gen.Int[0, 100], Gen.Int[0, 10], Gen.Int[0, 5]).Sample((minutes, hours, days, months) =>
        {
            var options = new BackupOptions { KeepAllFor = TimeSpan.FromHours(hours), KeepDays = days, KeepMonths = months };
            var ids = minutes.Select(m => BackupId.New(Now.AddMinutes(-m))).ToList();
            var kept = BackupRetention.Keep(ids, options, Now);
            Assert.Contains(ids.Max(StringComparer.Ordinal)!, kept);
            Assert.Superset(ids.Where(id => BackupId.TimeOf(id) >= Now.AddHours(-hours)).ToHashSet(), kept.ToHashSet());
            Assert.Equal(kept, BackupRetention.Keep(kept, options, Now));
        });
}
