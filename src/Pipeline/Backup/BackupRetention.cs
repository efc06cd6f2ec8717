namespace NovaCorrente.Pipeline.Backup;

/// <summary>Which backups are kept: all young ones, the last of each of some days, the last of each of some months, and always the newest.</summary>
internal static class BackupRetention
{
    /// <param name="ids">All backups.</param>
    /// <param name="options">The rule.</param>
    /// <param name="now">The time.</param>
    /// <returns>Those to keep.</returns>
    public static IReadOnlySet<string> Keep(IEnumerable<string> ids, BackupOptions options, DateTimeOffset now)
    {
        var backups = ids.Select(id => (Id: id, Time: BackupId.TimeOf(id)!.Value)).OrderByDescending(b => b.Id, StringComparer.Ordinal).ToList();
        var firstDay = now.UtcDateTime.Date.AddDays(1 - options.KeepDays);
        var firstMonth = new DateTime(now.UtcDateTime.Year, now.UtcDateTime.Month, 1).AddMonths(1 - options.KeepMonths);
        return backups.Take(1)
            .Concat(backups.Where(b => b.Time >= now - options.KeepAllFor))
            .Concat(backups.Where(b => b.Time.UtcDateTime >= firstDay).DistinctBy(b => b.Time.UtcDateTime.Date))
            .Concat(backups.Where(b => b.Time.UtcDateTime >= firstMonth).DistinctBy(b => (b.Time.UtcDateTime.Year, b.Time.UtcDateTime.Month)))
            .Select(b => b.Id)
            .ToHashSet(StringComparer.Ordinal);
    }
}
