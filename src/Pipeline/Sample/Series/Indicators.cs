using System.Globalization;
using System.Text.Json;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>Monthly indicators as the statistics office's SIDRA service answers: the first element names the columns of all others.</summary>
internal sealed class Indicators(ulong seed, DateOnly from, DateOnly until)
{
    /// <summary>The published indicators.</summary>
    public static readonly IReadOnlyList<Indicator> All =
    [
        new("ipca", "63", "IPCA - Variação mensal", "Mês", 0.42, 0.3, []),
        // The newest month is announced but not yet there.
        new("inpc", "44", "INPC - Variação mensal", "Mês", 0.4, 0.32, [(0, "..")]),
        // A classification stands before the variable here, so that the month moves from the third dimension to the fourth.
        new("ipca15", "355", "IPCA15 - Variação mensal", "Mês", 0.41, 0.28, [(30, "-")], HasClassification: true),
        new("unemployment", "4099", "Taxa de desocupação, na semana de referência, das pessoas de 14 anos ou mais de idade", "Trimestre Móvel", 8.1, 0.25,
            [(20, "..."), (21, "...")], IsLevel: true),
    ];

    /// <summary>Months that have a value, over all indicators written so far.</summary>
    public int Values { get; private set; }

    /// <summary>Months that carry a marker, over all indicators written so far.</summary>
    public int Markers { get; private set; }

    public void Write(Stream stream, Indicator indicator) => JsonFile.Write(stream, json =>
    {
        var random = SampleRandom.For(seed, indicator.File);
        var months = SampleCalendar.FirstsOfMonths(from, until.AddMonths(-1)).ToList();
        var level = indicator.Mean;
        json.WriteStartArray();
        WriteElement(json, indicator, "Valor", null);
        foreach (var (index, month) in months.Index())
        {
            var value = (indicator.IsLevel ? level : indicator.Mean) + (indicator.Deviation * random.Normal());
            level = Math.Clamp(value, 0.6 * indicator.Mean, 1.6 * indicator.Mean);
            var ago = months.Count - 1 - index;
            var marker = indicator.Markers.FirstOrDefault(marker => marker.MonthsAgo == ago).Marker;
            (Values, Markers) = marker is null ? (Values + 1, Markers) : (Values, Markers + 1);
            WriteElement(json, indicator, marker ?? value.ToString(indicator.IsLevel ? "0.0" : "0.00", CultureInfo.InvariantCulture), month);
        }

        json.WriteEndArray();
    });

    /// <summary>One element; without a month it is the one that names the columns.</summary>
    private static void WriteElement(Utf8JsonWriter json, Indicator indicator, string value, DateOnly? month)
    {
        var isHeader = month is null;
        json.WriteStartObject();
        json.WriteString("NC", isHeader ? "Nível Territorial (Código)" : "1");
        json.WriteString("NN", isHeader ? "Nível Territorial" : "Brasil");
        json.WriteString("MC", isHeader ? "Unidade de Medida (Código)" : "2");
        json.WriteString("MN", isHeader ? "Unidade de Medida" : "%");
        json.WriteString("V", value);
        Dimension(json, 1, isHeader ? ("Brasil (Código)", "Brasil") : ("1", "Brasil"));
        var next = 2;
        if (indicator.HasClassification)
        {
            const string Classification = "Geral, grupo, subgrupo, item e subitem";
            Dimension(json, next++, isHeader ? ($"{Classification} (Código)", Classification) : ("7169", "Índice geral"));
        }

        Dimension(json, next++, isHeader ? ("Variável (Código)", "Variável") : (indicator.Variable, indicator.Name));
        Dimension(json, next, month is { } day
            ? (day.ToString("yyyyMM", CultureInfo.InvariantCulture), PeriodName(indicator, day))
            : ($"{indicator.Period} (Código)", indicator.Period));
        json.WriteEndObject();
    }

    private static void Dimension(Utf8JsonWriter json, int number, (string Code, string Name) dimension)
    {
        json.WriteString(FormattableString.Invariant($"D{number}C"), dimension.Code);
        json.WriteString(FormattableString.Invariant($"D{number}N"), dimension.Name);
    }

    private static string PeriodName(Indicator indicator, DateOnly month) => indicator.IsLevel
        ? FormattableString.Invariant($"{Short(month.AddMonths(-2))}-{Short(month.AddMonths(-1))}-{Short(month)} {month.Year}")
        : FormattableString.Invariant($"{SampleCalendar.Months[month.Month - 1]} {month.Year}");

    private static string Short(DateOnly month) => SampleCalendar.Months[month.Month - 1][..3];
}

/// <summary>One indicator.</summary>
/// <param name="File">File name without extension.</param>
/// <param name="Variable">Code of the variable.</param>
/// <param name="Name">Name of the variable.</param>
/// <param name="Period">Name of the period.</param>
/// <param name="Mean">Typical value, in percent.</param>
/// <param name="Deviation">How far values stray, in percentage points.</param>
/// <param name="Markers">Markers in place of values.</param>
/// <param name="HasClassification">Whether a classification stands before the variable.</param>
/// <param name="IsLevel">A level that moves from month to month rather than a change.</param>
internal sealed record Indicator(
    string File, string Variable, string Name, string Period, double Mean, double Deviation, (int MonthsAgo, string Marker)[] Markers,
    bool HasClassification = false, bool IsLevel = false);
