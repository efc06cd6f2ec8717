using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>Alone, because what other tests keep in memory would be counted too.</summary>
[Collection(nameof(AloneCollection))]
public sealed class SampleMemoryTests
{
    [Theory]
    [InlineData(SampleOptions.MaximumSheetRows, false)]
    [InlineData(SampleOptions.MaximumSheetRows, true)]
    public async Task A_million_lines_take_no_more_memory_than_a_few(long lines, bool csv)
    {
        var memory = new List<long>();
        var options = new SampleOptions { Lines = lines, Csv = csv, Until = SampleFolder.Until, Stock = false, Forecasts = false };

        using var folder = await SampleFolder.WriteAsync(options, new ProgressWatch(progress =>
        {
            if (progress.Rows % 200_000 == 0)
            {
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }));

        Assert.Equal(lines, folder.Report.Purchases.Lines);
        // Five times the rows may bring a few more different texts, never the rows themselves.
        Assert.InRange(memory[^1] - memory[0], long.MinValue, 8 << 20);
    }
}

/// <summary>Tests that must not run beside others.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
