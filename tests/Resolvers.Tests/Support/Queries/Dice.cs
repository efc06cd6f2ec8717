using CsCheck;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>Choices made from one seed.</summary>
internal sealed class Dice(PCG pcg)
{
    public int Below(int limit) => (int)pcg.Next((uint)limit);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
