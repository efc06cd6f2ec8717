using System.Text.Json;
using NovaCorrente.Pipeline.Sample.Purchases;
using NovaCorrente.Pipeline.Sample.Series;
using NovaCorrente.Pipeline.Sample.Workbook;
using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample;

/// <summary>
/// Writes a landing folder with files of exactly the layouts of the real sources and all that is wrong in them, every name invented.
/// The same options give the same bytes; memory does not grow with the number of lines.
/// </summary>
public sealed class SampleGenerator
{
    /// <summary>The workbook, relative to the landing folder.</summary>
    public const string WorkbookFile = "supplies/suprimentos.xlsx";

    /// <summary>The purchase lines when they do not fit in the workbook, relative to the landing folder.</summary>
    public const string TextFile = "supplies/suprimentos.csv";

    /// <summary>The report, relative to the landing folder; also the sign that a folder is a sample and may be replaced.</summary>
    public const string ReportFile = "sample.json";

    private const string StockFile = "stock/estoque.csv";
    private const string RealForecastFile = "forecasts/demanda.parquet";
    private const string SyntheticForecastFile = "forecasts/demanda-sintetica.parquet";

    private static readonly JsonSerializerOptions ReportFormat = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private const int ReportEvery = 20_000;

    private readonly SampleOptions _options;
    private readonly string _folder;
    private readonly IProgress<SampleProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly List<string> _files = [];
    private readonly bool _isFolderNew;

    private SampleGenerator(string folder, SampleOptions options, IProgress<SampleProgress>? progress, CancellationToken cancellationToken)
    {
        (_folder, _options, _progress, _cancellationToken) = (folder, options, progress, cancellationToken);
        _isFolderNew = !Directory.Exists(folder);
    }

    /// <summary>Writes the folder. Files of an earlier sample in it are replaced; what a writing that fails or is stopped has written goes again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="SampleTooLargeException">There is no room for it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Task<SampleReport> WriteAsync(
        string folder, SampleOptions options, IProgress<SampleProgress>? progress, CancellationToken cancellationToken) =>
        WriteAsync(folder, options, progress, SampleRoom.FreeBytes, cancellationToken);

    /// <param name="folder">Where to.</param>
    /// <param name="options">What.</param>
    /// <param name="progress">Who is told how far it is.</param>
    /// <param name="freeBytes">Tells the free space on the disk of a folder.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    internal static async Task<SampleReport> WriteAsync(
        string folder, SampleOptions options, IProgress<SampleProgress>? progress, Func<string, long> freeBytes, CancellationToken cancellationToken)
    {
        options.Validate();
        SampleRoom.Check(folder, options, freeBytes);
        var generator = new SampleGenerator(folder, options, progress, cancellationToken);
        try
        {
            return await generator.WriteAsync();
        }
        catch
        {
            generator.RemoveWritten();
            throw;
        }
    }

    private async Task<SampleReport> WriteAsync()
    {
        var world = SampleWorld.Create(_options);
        var counter = new PurchaseCounter();
        var tally = new DemandTally(world, _options);
        var registry = WriteSupplies(world, new PurchaseDelivery(new PurchaseLog(world, _options), counter, tally));
        var series = WriteSeries();
        var stock = WriteStock(world, tally);
        var (real, synthetic) = await WriteForecastsAsync(tally);
        var report = new SampleReport
        {
            Options = _options,
            Files = _files,
            Purchases = counter.Counts,
            Registry = registry,
            Series = series,
            StockRows = stock,
            ForecastRows = real,
            SyntheticForecastRows = synthetic,
        };
        await using var file = Create(ReportFile);
        await JsonSerializer.SerializeAsync(file, report, ReportFormat, _cancellationToken);
        return report;
    }

    private RegistryCounts WriteSupplies(SampleWorld world, PurchaseDelivery purchases)
    {
        var accounts = new AccountSummary(_options.Seed);
        var workbook = new SuppliesWorkbook(world, accounts);
        Delete(TextFile);
        if (_options.LinesAsText)
        {
            // The text goes last: of two files with the same headers the newer one counts.
            workbook.Write(Create(WorkbookFile), [], 0);
            PurchaseTextFile.Write(Create(TextFile), Watched(purchases, TextFile));
        }
        else
        {
            workbook.Write(Create(WorkbookFile), Watched(purchases, WorkbookFile), _options.Lines);
        }

        var codes = world.SiteList.Select(site => site.Code).ToList();
        return new RegistryCounts
        {
            Sites = codes.Count,
            DuplicateSites = codes.Count - codes.Select(code => code.Trim()).Distinct(StringComparer.Ordinal).Count(),
            TrailingBlanks = codes.Count(code => code.EndsWith(' ')),
            LineBreaks = codes.Count(code => code.EndsWith('\n')),
            NumericCodes = world.SiteList.Count(site => site.IsNumber),
            Customers = CustomerList.Names.Count,
            Statuses = SuppliesWorkbook.Statuses.Length,
            Accounts = accounts.Lines.Count,
            AccountTotal = accounts.Total,
        };
    }

    private SeriesCounts WriteSeries()
    {
        var from = _options.From.AddYears(-2);
        var rates = new ExchangeRates(_options.Seed, from, _options.Until);
        rates.Write(Create("bcb/ptax-usd.json"), "usd", 5.1, 1);
        rates.Write(Create("bcb/ptax-eur.json"), "eur", 5.7, 1.12);
        ExchangeRates.WriteEmpty(Create("bcb/ptax-gbp.json"));
        var interestDays = InterestRates.Write(Create("bcb/selic.json"), _options.Seed, from, _options.Until);

        var indicators = new Indicators(_options.Seed, from, _options.Until);
        foreach (var indicator in Indicators.All)
        {
            indicators.Write(Create($"ibge/{indicator.File}.json"), indicator);
        }

        var weather = new Weather(_options.Seed, _options.From, _options.Until);
        foreach (var town in Weather.Towns)
        {
            weather.Write(Create($"openmeteo/{town.Name}.json"), town);
        }

        return new SeriesCounts
        {
            Bulletins = rates.Bulletins,
            ClosingDays = rates.ClosingDays,
            TwiceClosedOn = rates.TwiceClosedOn,
            InterestDays = interestDays,
            IndicatorValues = indicators.Values,
            IndicatorMarkers = indicators.Markers,
            Cities = Weather.Towns.Count,
            Hours = weather.Hours,
            HoursWithoutRain = weather.HoursWithoutRain * Weather.Towns.Count,
        };
    }

    private long WriteStock(SampleWorld world, DemandTally tally)
    {
        if (!_options.Stock)
        {
            Delete(StockFile);
            return 0;
        }

        return new StockExport(world, _options).Write(Create(StockFile), tally);
    }

    private async Task<(long Real, long Synthetic)> WriteForecastsAsync(DemandTally tally)
    {
        if (!_options.Forecasts)
        {
            Delete(RealForecastFile);
            Delete(SyntheticForecastFile);
            return (0, 0);
        }

        var forecasts = new ForecastFile(_options);
        return (
            await forecasts.WriteAsync(Create(RealForecastFile), tally, "media-sazonal", ForecastProvenance.Real, _cancellationToken),
            await forecasts.WriteAsync(Create(SyntheticForecastFile), tally, "ensaio", ForecastProvenance.Synthetic, _cancellationToken));
    }

    private IEnumerable<PurchaseRow> Watched(IEnumerable<PurchaseRow> rows, string file)
    {
        var written = 0L;
        foreach (var row in rows)
        {
            yield return row;
            if (++written % ReportEvery == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                _progress?.Report(new SampleProgress(file, written, _options.Lines));
            }
        }

        _progress?.Report(new SampleProgress(file, written, _options.Lines));
    }

    private FileStream Create(string file)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 128 * 1024);
        _files.Add(file);
        return stream;
    }

    // Half a sample is of no use, and on a full disk in everybody's way.
    private void RemoveWritten()
    {
        try
        {
            _files.ForEach(Delete);
            var folders = _files.Select(file => Path.GetDirectoryName(Path.Combine(_folder, file))!).Distinct().Where(folder => folder != _folder);
            foreach (var folder in (string[])[.. folders, .. _isFolderNew ? [_folder] : (string[])[]])
            {
                if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                {
                    Directory.Delete(folder);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reason why the writing failed is what matters.
        }
    }

    private void Delete(string file)
    {
        var path = Path.Combine(_folder, file);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
