using System.Diagnostics;

namespace NovaCorrente.Bench;

/// <summary>Times two ways to do one thing, in turns, so that whatever else the machine does meets both.</summary>
internal static class Timing
{
    public static async Task<Comparison> CompareAsync(int rounds, Func<Task> first, Func<Task> second)
    {
        const int warmUp = 3;
        var comparison = new Comparison();
        for (var i = 0; i < rounds + warmUp; i++)
        {
            var (x, y) = (await MillisecondsAsync(first), await MillisecondsAsync(second));
            if (i >= warmUp)
            {
                comparison.Add(x, y);
            }
        }

        return comparison;
    }

    public static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
