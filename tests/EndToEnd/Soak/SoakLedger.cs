using System.Collections.Concurrent;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Everything that the clients of a soak test saw: counts and times by kind of request, what was allowed to go wrong, and what was not.</summary>
internal sealed class SoakLedger(SoakSource source)
{
    private readonly ConcurrentDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _revisions = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();
    private volatile IReadOnlyList<(string Snapshot, int Revision)> _past = [];

    /// <summary>What must not have happened.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The revision that each run that was seen published.</summary>
    public IReadOnlyDictionary<string, int> Revisions => _revisions;

    /// <summary>Snapshots that were current once, with their revisions.</summary>
    public IReadOnlyList<(string Snapshot, int Revision)> Past => _past;

    public IEnumerable<KeyValuePair<string, Tally>> Tallies => _tallies.OrderBy(tally => tally.Key, StringComparer.Ordinal);

    public void Answered(string kind, TimeSpan time) => Of(kind).Add(time);

    /// <summary>A refusal that the contract allows.</summary>
    public void Refused(string kind) => Interlocked.Increment(ref Of(kind).Refusals);

    public void AddPast(string snapshot, int revision) => _past = [.. _past, (snapshot, revision)];

    public void Fault(string what) => _faults.Enqueue(what);

    /// <summary>Notes that an answer came from what a run published, and that it was of a revision: of that and no other, one that existed.</summary>
    public void Saw(string runId, int revision)
    {
        if (revision > source.Revision)
        {
            Fault($"Run {runId} tells of revision {revision}, which was never written.");
        }

        if (_revisions.GetOrAdd(runId, revision) is var known && known != revision)
        {
            Fault($"Run {runId} published revision {known}, but an answer that names it is of {revision}.");
        }
    }

    /// <summary>Whether later runs published later revisions.</summary>
    public void CheckOrder()
    {
        var runs = _revisions.OrderBy(run => run.Key, StringComparer.Ordinal).ToList();
        foreach (var (earlier, later) in runs.Zip(runs.Skip(1)).Where(pair => pair.First.Value > pair.Second.Value))
        {
            Fault($"Run {later.Key} published revision {later.Value} after run {earlier.Key} had published {earlier.Value}.");
        }
    }

    private Tally Of(string kind) => _tallies.GetOrAdd(kind, _ => new Tally());

    /// <summary>Requests of one kind.</summary>
    internal sealed class Tally
    {
        private readonly Lock _lock = new();
        private long _count;
        private TimeSpan _total;
        private TimeSpan _longest;

        public int Refusals;

        public (long Count, TimeSpan Mean, TimeSpan Longest) Times
        {
            get
            {
                lock (_lock)
                {
                    return (_count, _count == 0 ? TimeSpan.Zero : _total / _count, _longest);
                }
            }
        }

        public void Add(TimeSpan time)
        {
            lock (_lock)
            {
                _count++;
                _total += time;
                _longest = time > _longest ? time : _longest;
            }
        }
    }
}
