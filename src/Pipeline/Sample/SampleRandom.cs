namespace NovaCorrente.Pipeline.Sample;

/// <summary>SplitMix64. Written out here because the sequence of <see cref="Random"/> may differ between runtimes, and sample files must not.</summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An independent sequence for one purpose, so that adding a draw in one place does not move all others.</summary>
    public static SampleRandom For(ulong seed, string purpose)
    {
        var hash = seed;
        foreach (var character in purpose)
        {
            hash = Mix(hash ^ character);
        }

        return new SampleRandom(hash);
    }

    /// <summary>A number in [0, 1) that depends on nothing but its arguments.</summary>
    public static double Hash(ulong seed, long a, long b) => ToUnit(Mix(Mix(seed ^ (ulong)a) ^ (ulong)b));

    public double NextDouble() => ToUnit(Next());

    public int Next(int exclusiveMaximum) => (int)(NextDouble() * exclusiveMaximum);

    public int Next(int minimum, int maximum) => minimum + Next(maximum - minimum + 1);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A standard normal draw; the sum of twelve uniforms is close enough and needs no transcendental function, whose last bit may differ between platforms.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += NextDouble();
        }

        return sum;
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static double ToUnit(ulong value) => (value >> 11) * (1.0 / (1UL << 53));
}
