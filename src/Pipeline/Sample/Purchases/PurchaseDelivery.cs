using System.Collections;
using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>
/// Turns lines into rows, with the depots slipped: the column holds the depots of the material lines one after another without a gap,
/// so that each service pushes the depots of all later lines one row up, and the last rows have none.
/// </summary>
internal sealed class PurchaseDelivery(PurchaseLog log, PurchaseCounter counter, DemandTally tally) : IEnumerable<PurchaseRow>
{
    public IEnumerator<PurchaseRow> GetEnumerator()
    {
        using var depots = log.Where(line => !line.Part.IsService).Select(line => line.Site).GetEnumerator();
        foreach (var line in log)
        {
            SampleSite? depot = depots.MoveNext() ? depots.Current : null;
            var row = PurchaseRow.Of(line, depot);
            if (counter.Count(line, row, depot))
            {
                tally.Add(line, row);
            }

            yield return row;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
