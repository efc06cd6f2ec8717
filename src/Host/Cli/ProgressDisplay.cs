using Spectre.Console;

namespace NovaCorrente.Host.Cli;

/// <summary>Shows how far a long work has come: a bar on a terminal, now and then a line elsewhere.</summary>
internal sealed class ProgressDisplay(CommandLineConsole console, TimeProvider time)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <param name="title">What is being done.</param>
    /// <param name="work">Does it, and tells the share that is done, 0 to 1, and where it is.</param>
    public Task<T> RunAsync<T>(string title, Func<IProgress<(double Share, string Text)>, Task<T>> work) =>
        console.Error.Profile.Out.IsTerminal ? WithBarAsync(title, work) : WithLinesAsync(title, work);

    private Task<T> WithBarAsync<T>(string title, Func<IProgress<(double Share, string Text)>, Task<T>> work) =>
        console.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                return await work(new Report(step =>
                {
                    bar.Value = step.Share;
                    bar.Description = Markup.Escape($"{title}: {step.Text}");
                }));
            });

    private Task<T> WithLinesAsync<T>(string title, Func<IProgress<(double Share, string Text)>, Task<T>> work)
    {
        console.WriteProgress($"{title} ...");
        var last = time.GetTimestamp();
        return work(new Report(step =>
        {
            if (time.GetElapsedTime(last) >= LineEvery)
            {
                last = time.GetTimestamp();
                console.WriteProgress(FormattableString.Invariant($"{title}: {step.Text}, {step.Share:P0}"));
            }
        }));
    }

    // Progress<T> would hand reports to the thread pool, where they overtake each other and outlive the work.
    private sealed class Report(Action<(double Share, string Text)> show) : IProgress<(double Share, string Text)>
    {
        void IProgress<(double Share, string Text)>.Report((double Share, string Text) value) => show(value);
    }
}
