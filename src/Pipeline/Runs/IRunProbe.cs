namespace NovaCorrente.Pipeline.Runs;

/// <summary>Is told of every point of a run at which a crash would leave another state behind; the seam by which tests cut runs off.</summary>
internal interface IRunProbe
{
    /// <summary>The run has come to a point, for example <c>gold.part</c>, <c>write:part</c>, <c>manifest</c> or <c>pointer</c>.</summary>
    ValueTask ReachedAsync(string point, CancellationToken cancellationToken);
}

/// <summary>The probe of production, which lets everything pass.</summary>
internal sealed class NoProbe : IRunProbe
{
    public ValueTask ReachedAsync(string point, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
