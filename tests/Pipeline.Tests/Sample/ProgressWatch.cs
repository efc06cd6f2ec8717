using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>Sees each report at once, on the thread that makes it.</summary>
internal sealed class ProgressWatch(Action<SampleProgress> seen) : IProgress<SampleProgress>
{
    public void Report(SampleProgress value) => seen(value);
}
