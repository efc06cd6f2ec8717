namespace NovaCorrente.Pipeline.Sources;

/// <summary>Where the columns of a bronze table stand in a row of headers, and what is wrong with that row.</summary>
internal sealed class HeaderMatch
{
    private HeaderMatch(int[] positions, IReadOnlyList<string> missing, IReadOnlyList<string> repeated)
    {
        Positions = positions;
        Missing = missing;
        Repeated = repeated;
    }

    /// <summary>Per column of the table, its position in the row, or -1.</summary>
    public int[] Positions { get; }

    /// <summary>Required headers that are not there.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Headers that are there twice, so that nobody can say which is meant.</summary>
    public IReadOnlyList<string> Repeated { get; }

    public bool IsGood => Missing.Count == 0 && Repeated.Count == 0;

    public int Found => Positions.Count(position => position >= 0);

    public string Problem => string.Join("; ", Problems());

    public static HeaderMatch Of(BronzeTable table, IReadOnlyList<string?> headers)
    {
        var texts = headers.Select(HeaderText.Normalise).ToList();
        var positions = new int[table.Columns.Count];
        List<string> missing = [], repeated = [];
        for (var i = 0; i < positions.Length; i++)
        {
            var wanted = HeaderText.Normalise(table.Columns[i].Header);
            positions[i] = texts.IndexOf(wanted);
            if (positions[i] < 0 && table.Columns[i].IsRequired)
            {
                missing.Add(table.Columns[i].Header);
            }
            else if (positions[i] >= 0 && texts.LastIndexOf(wanted) != positions[i])
            {
                repeated.Add(table.Columns[i].Header);
            }
        }

        return new HeaderMatch(positions, missing, repeated);
    }

    private IEnumerable<string> Problems()
    {
        if (Missing.Count > 0)
        {
            yield return $"no column {string.Join(", ", Missing.Select(header => $"'{header}'"))}";
        }

        if (Repeated.Count > 0)
        {
            yield return $"column {string.Join(", ", Repeated.Select(header => $"'{header}'"))} is there more than once";
        }
    }
}
