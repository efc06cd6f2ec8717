using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

/// <summary>A landing folder, a lake and a database of their own, and the way from one to the other.</summary>
internal sealed class SourceLab : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _services;

    public SourceLab(bool createLanding = true)
    {
        Lake = new DirectoryLake(_folder.File("lake"));
        if (createLanding)
        {
            Directory.CreateDirectory(Landing);
        }

        Connection = new DuckDBConnection("Data Source=:memory:");
        Connection.Open();
        Connection.Execute("SET TimeZone = 'UTC'; CREATE SCHEMA silver; SET VARIABLE today = DATE '2025-11-12'; SET VARIABLE run_id = 'run'");
    }

    public DateTimeOffset Now { get; set; } = new(2025, 11, 12, 5, 0, 0, TimeSpan.Zero);

    public ILake Lake { get; }

    public string Landing => _folder.File("landing");

    public string Work => _folder.File("work");

    public DuckDBConnection Connection { get; }

    public static SourceDefinition Source(string name) => SourceCatalog.All.Single(source => source.Name == name);

    public string File(string name) => Path.Combine(Landing, name);

    /// <summary>Drops a text file into the landing folder; each one is an hour newer than the one before.</summary>
    public SourceLab Drop(string name, string content) => Drop(name, System.Text.Encoding.UTF8.GetBytes(content));

    public SourceLab Drop(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllBytes(File(name), content);
        return Date(name);
    }

    public SourceLab Drop(string name, TestWorkbook workbook)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.Delete(File(name));
        workbook.Save(File(name));
        return Date(name);
    }

    /// <summary>Settings of the pulls, section <c>Remote</c>.</summary>
    public Dictionary<string, string?> Remote { get; } = [];

    /// <summary>As the product registers it.</summary>
    public IBronze Bronze() => (_services ??= new ServiceCollection()
        .AddLogging()
        .AddSingleton(Lake)
        .AddSingleton<TimeProvider>(new FixedTime(this))
        .Configure<PipelineOptions>(options => (options.LandingFolder, options.WorkFolder) = (Landing, Work))
        .AddSources(new ConfigurationBuilder().AddInMemoryCollection(Remote).Build())
        .BuildServiceProvider()).GetRequiredService<IBronze>();

    /// <summary>As a process that starts anew, with the settings as they are now.</summary>
    public void StartAnew()
    {
        _services?.Dispose();
        _services = null;
    }

    public async Task<BronzeSource> LandAsync(string source, bool remember = true)
    {
        await Lake.PrepareAsync(default);
        var bronze = Bronze();
        var landed = await bronze.LandAsync(Source(source), default);
        if (remember && landed.State != SourceState.Absent)
        {
            await bronze.RememberAsync([landed], default);
        }

        return landed;
    }

    /// <summary>Lands all sources, remembers them, and fills the bronze tables.</summary>
    public async Task<List<BronzeSource>> LoadAsync()
    {
        List<BronzeSource> sources = [];
        foreach (var source in SourceCatalog.All)
        {
            sources.Add(await LandAsync(source.Name));
        }

        await Bronze().LoadAsync(Connection, sources, null, default);
        return sources;
    }

    /// <summary>The rows of a query, cells joined by <c>|</c>, null as <c>-</c>.</summary>
    public List<string> Rows(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    public string Row(string sql) => Assert.Single(Rows(sql));

    public void Dispose()
    {
        _services?.Dispose();
        Connection.Dispose();
        _folder.Dispose();
    }

    private SourceLab Date(string name)
    {
        Now += TimeSpan.FromHours(1);
        System.IO.File.SetLastWriteTimeUtc(File(name), Now.UtcDateTime);
        return this;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "-",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).Replace(" 00:00", "", StringComparison.Ordinal),
        bool flag => flag ? "yes" : "no",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => string.Join(',', list.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private sealed class FixedTime(SourceLab lab) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => lab.Now;
    }
}
