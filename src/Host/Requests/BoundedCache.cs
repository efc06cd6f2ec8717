using System.Diagnostics.CodeAnalysis;

namespace NovaCorrente.Host.Requests;

/// <summary>A least-recently-used cache keyed by text, bounded by number of entries and by the characters of its keys and values. Thread-safe.</summary>
internal sealed class BoundedCache<TValue>(int maxEntries, long maxWeight)
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = new();
    private long _weight;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                value = null;
                return false;
            }

            if (_recent.First != node)
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
            }

            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value. One that alone weighs more than the whole cache may hold is not kept: it would push out everything else.</summary>
    public void Set(string key, TValue value, long weight)
    {
        if (weight > maxWeight || maxEntries == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_entries.Remove(key, out var old))
            {
                _recent.Remove(old);
                _weight -= old.Value.Weight;
            }

            _entries.Add(key, _recent.AddFirst(new Entry(key, value, weight)));
            _weight += weight;
            while (_entries.Count > maxEntries || _weight > maxWeight)
            {
                var last = _recent.Last!;
                _recent.RemoveLast();
                _entries.Remove(last.Value.Key);
                _weight -= last.Value.Weight;
            }
        }
    }

    private sealed record Entry(string Key, TValue Value, long Weight);
}
