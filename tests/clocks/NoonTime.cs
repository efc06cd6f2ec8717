namespace NovaCorrente.Clocks;

/// <summary>A clock that runs on from noon in Bahia, whose days the pipeline counts, so that nothing that a test does meets the end of a day.</summary>
internal sealed class NoonTime : TimeProvider
{
    private static readonly TimeSpan _noon = TimeSpan.FromHours(15);

    private readonly TimeSpan _shift;

    public NoonTime() => _shift = _noon - base.GetUtcNow().TimeOfDay;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
}
