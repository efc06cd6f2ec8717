using System.Collections.Concurrent;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Remembers what came of each job the last time.</summary>
internal sealed class ScheduleRecord
{
    private readonly ConcurrentDictionary<string, WorkResult> _last = new(StringComparer.Ordinal);

    public void Add(string name, WorkResult result) => _last[name] = result;

    public WorkResult? Last(string name) => _last.GetValueOrDefault(name);
}
