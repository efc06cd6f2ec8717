using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Redis;

/// <summary>Which states of runs this process has announced already. The same news comes by several ways: its own work, Redis, and the lake.</summary>
internal sealed class KnownRuns
{
    private const int Runs = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, RunRecord> _runs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Notes a state of a run.</summary>
    /// <returns>Whether it is later than all that were known of that run.</returns>
    public bool Advance(RunRecord run)
    {
        lock (_lock)
        {
            if (_runs.TryGetValue(run.Id, out var known))
            {
                if (!RunProgress.IsNewer(run, known))
                {
                    return false;
                }
            }
            else
            {
                _order.Enqueue(run.Id);
                if (_order.Count > Runs)
                {
                    _runs.Remove(_order.Dequeue());
                }
            }

            _runs[run.Id] = run;
            return true;
        }
    }
}
