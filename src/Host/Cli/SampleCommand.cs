using System.CommandLine;
using System.Globalization;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova sample</c>: writes a landing folder with invented data.</summary>
internal sealed class SampleCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly Option<DirectoryInfo> _out = new("--out", "-o")
    {
        Description = "Folder to write to; made if it is not there.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(".data", "landing")),
    };

    private readonly Option<long> _lines = WholeNumber.Option("--lines", "Purchase lines to write.", SampleOptions.DefaultLines, 1, 1_000_000_000);

    private readonly Option<long> _scale = WholeNumber.Option("--scale", "How many times as many lines.", 1, 1, 1_000_000);

    private readonly Option<long> _seed = WholeNumber.Option("--seed", "The same seed gives the same bytes.", 1, 0, long.MaxValue);

    private readonly Option<DateOnly?> _until = new("--until")
    {
        Description = "Last day with data, as 2026-03-31. [default: the last day of the last whole month]",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2015)
            {
                return day;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a day from 2015 on, written as 2026-03-31.");
            return null;
        },
    };

    private readonly Option<long> _months = WholeNumber.Option("--months", "Months of purchases.", 13, 4, 120);

    private readonly Option<bool> _csv = new("--csv")
    {
        Description = "Write the lines as semicolon separated text; always so when they do not fit in a worksheet.",
    };

    private readonly Option<bool> _withoutStock = new("--without-stock") { Description = "Leave out the warehouse's stock." };

    private readonly Option<bool> _withoutForecasts = new("--without-forecasts") { Description = "Leave out the forecasts." };

    private readonly Option<bool> _force = new("--force") { Description = "Write into a folder that holds something other than a sample." };

    public Command Build()
    {
        var command = new Verb(
            "sample",
            "Writes a landing folder of invented data in the layouts of the real sources, with all that is wrong in them.",
            "nova sample",
            "nova sample --scale 10 --out /srv/landing",
            "nova sample --lines 3000000 --seed 7 --out /srv/large")
        {
            _out, _lines, _scale, _seed, _until, _months, _csv, _withoutStock, _withoutForecasts, _force,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetRequiredValue(_out).FullName;
        if (!arguments.GetValue(_force) && IsForeign(folder))
        {
            console.WriteError($"{folder} holds something other than a sample. Choose another folder with --out, or write into it with --force.");
            return ExitCode.Failure;
        }

        var options = new SampleOptions
        {
            Seed = (ulong)arguments.GetValue(_seed),
            Lines = arguments.GetValue(_lines) * arguments.GetValue(_scale),
            Until = arguments.GetValue(_until) ?? SampleOptions.LastWholeMonthBefore(DateOnly.FromDateTime(time.GetLocalNow().Date)),
            Months = (int)arguments.GetValue(_months),
            Csv = arguments.GetValue(_csv),
            Stock = !arguments.GetValue(_withoutStock),
            Forecasts = !arguments.GetValue(_withoutForecasts),
        };
        var report = await new ProgressDisplay(console, time).RunAsync(
            "Writing the sample",
            progress => SampleGenerator.WriteAsync(folder, options, new SampleProgressText(progress), cancellationToken));
        Describe(report, folder);
        return ExitCode.Success;
    }

    private static bool IsForeign(string folder) =>
        Directory.Exists(folder)
        && !File.Exists(Path.Combine(folder, SampleGenerator.ReportFile))
        && Directory.EnumerateFileSystemEntries(folder).Any();

    private void Describe(SampleReport report, string folder)
    {
        var lines = report.Purchases;
        FormattableString[] text =
        [
            $"Wrote {report.Files.Count} files to {folder}",
            $"  seed {report.Options.Seed}, {report.Options.From:yyyy-MM-dd} to {report.Options.Until:yyyy-MM-dd}",
            $"  {lines.Lines:N0} purchase lines: {lines.Usable:N0} usable, {lines.Unusable:N0} broken",
            $"  {lines.Retroactive:N0} ordered before requested, {lines.Repeated:N0} repeated, {lines.Misaligned:N0} with a slipped depot",
            $"  {report.StockRows:N0} stock rows, {report.ForecastRows + report.SyntheticForecastRows:N0} forecast rows",
            $"Next: nova run-pipeline --landing {folder}",
        ];
        foreach (var line in text)
        {
            console.WriteLine(FormattableString.Invariant(line));
        }
    }

    private sealed class SampleProgressText(IProgress<(double Share, string Text)> progress) : IProgress<SampleProgress>
    {
        public void Report(SampleProgress value) => progress.Report((
            value.Rows / (double)value.TotalRows,
            FormattableString.Invariant($"{value.File}, {value.Rows:N0} of {value.TotalRows:N0} lines")));
    }
}
