using System.Globalization;
using System.Text.Json;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>PTAX bulletins as the central bank's OData service answers: several a day, of which only the closing one counts.</summary>
internal sealed class ExchangeRates
{
    private const string Context = "https://was-p.bcnet.bcb.gov.br/olinda/servico/PTAX/versao/v1/odata$metadata#_CotacaoMoedaPeriodo";
    private const string Opening = "Abertura";
    private const string Intermediate = "Intermediário";
    private const string Closing = "Fechamento";
    private const int TwiceClosedDaysAgo = 100;

    private readonly ulong _seed;
    private readonly List<(DateTime At, string Kind)> _bulletins = [];

    public ExchangeRates(ulong seed, DateOnly from, DateOnly until)
    {
        _seed = seed;
        var random = SampleRandom.For(seed, "bulletins");
        var days = SampleCalendar.Days(from, until).Where(SampleCalendar.IsBankingDay).ToList();
        TwiceClosedOn = days[Math.Max(0, days.Count - TwiceClosedDaysAgo)];
        foreach (var day in days)
        {
            // The newest day has not closed yet.
            _bulletins.AddRange(day == days[^1] ? Day(random, day, [Opening, Intermediate]) : Day(random, day, Kinds(random, day)));
        }

        ClosingDays = days.Count - 1;
    }

    /// <summary>The day with two closing bulletins, the same figures in both.</summary>
    public DateOnly TwiceClosedOn { get; }

    /// <summary>Bulletins of one currency.</summary>
    public int Bulletins => _bulletins.Count;

    /// <summary>Days that have a closing bulletin.</summary>
    public int ClosingDays { get; }

    /// <param name="stream">Where to; closed afterwards.</param>
    /// <param name="currency">Its code.</param>
    /// <param name="start">The first rate, in BRL.</param>
    /// <param name="parity">Its worth in US dollars.</param>
    public void Write(Stream stream, string currency, double start, double parity) => JsonFile.Write(stream, json =>
    {
        var random = SampleRandom.For(_seed, "ptax " + currency);
        var rate = start;
        (DateTime Day, double Rate) closing = default;
        WriteHead(json);
        foreach (var (at, kind) in _bulletins)
        {
            // A second closing bulletin repeats the first one, whatever stands between them.
            rate = kind == Closing && closing.Day == at.Date ? closing.Rate : Step(random, rate, start);
            closing = kind == Closing ? (at.Date, rate) : closing;
            WriteBulletin(json, at, kind, rate, parity);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>An answer without any quotation, as for a currency or a time span that has none.</summary>
    public static void WriteEmpty(Stream stream) => JsonFile.Write(stream, json =>
    {
        WriteHead(json);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private string[] Kinds(SampleRandom random, DateOnly day) => day == TwiceClosedOn
        ? [Opening, Intermediate, Intermediate, Closing, Intermediate, Closing]
        : random.Next(100) switch
        {
            0 => [Opening, Closing],
            1 => [Opening, Intermediate, Closing],
            _ => [Opening, Intermediate, Intermediate, Intermediate, Closing],
        };

    private static IEnumerable<(DateTime At, string Kind)> Day(SampleRandom random, DateOnly day, string[] kinds)
    {
        var at = day.ToDateTime(new TimeOnly(10, 3)).AddMilliseconds(random.Next(600_000));
        foreach (var kind in kinds)
        {
            yield return (at, kind);
            at = kind == Closing || at.Hour == 13 ? at.AddMilliseconds(random.Next(5, 40)) : at.AddMinutes(60).AddMilliseconds(random.Next(60_000));
        }
    }

    private static double Step(SampleRandom random, double rate, double start) =>
        Math.Clamp(rate * (1 + (0.0022 * random.Normal())), start * 0.6, start * 1.8);

    private static void WriteHead(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", Context);
        json.WriteStartArray("value");
    }

    private static void WriteBulletin(Utf8JsonWriter json, DateTime at, string kind, double rate, double parity)
    {
        var buy = Math.Round((decimal)rate, 4);
        json.WriteStartObject();
        json.WriteNumber("paridadeCompra", Math.Round((decimal)parity, 4));
        json.WriteNumber("paridadeVenda", Math.Round((decimal)parity, 4));
        json.WriteNumber("cotacaoCompra", buy);
        json.WriteNumber("cotacaoVenda", buy + 0.0006m);
        json.WriteString("dataHoraCotacao", at.ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture));
        json.WriteString("tipoBoletim", kind);
        json.WriteEndObject();
    }
}
