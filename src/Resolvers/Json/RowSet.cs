using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Json;

/// <summary>Some rows that stand together: columns, the first row and how many follow.</summary>
internal readonly record struct RowRun(ColumnVector[] Columns, int Start, int Count);

/// <summary>The fetched rows of a list, in the order that the client sees.</summary>
internal readonly ref struct RowSet(ReadOnlySpan<RowRun> runs)
{
    private readonly ReadOnlySpan<RowRun> _runs = runs;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var run in _runs)
            {
                count += run.Count;
            }

            return count;
        }
    }

    public (ColumnVector[] Columns, int Row) this[int index]
    {
        get
        {
            foreach (var run in _runs)
            {
                if (index < run.Count)
                {
                    return (run.Columns, run.Start + index);
                }

                index -= run.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }
}
