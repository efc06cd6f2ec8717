using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>
/// Reads named sheets of a workbook as text. Only the sheets of the declared tables are looked at: a workbook may carry caches of columns
/// that were taken out of view.
/// </summary>
internal static class WorkbookReader
{
    // Titles may stand above the headers, but a header below this is none.
    private const int HeaderSearchRows = 20;

    // The library asks for code page 1252 even where a workbook does not, and .NET has it only on request.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Calls <paramref name="open"/> for each table that has good headers, then hands its rows over, then completes the writer.
    /// </summary>
    /// <returns>What is wrong with the tables that are not good.</returns>
    /// <exception cref="SourceException">The file is not a readable workbook.</exception>
    public static async Task<IReadOnlyList<(BronzeTable Table, SourceException Problem)>> ReadAsync(
        Stream workbook, IReadOnlyList<BronzeTable> tables, Func<BronzeTable, Task<TextTableWriter>> open, CancellationToken cancellationToken)
    {
        List<(BronzeTable, SourceException)> problems = [];
        try
        {
            var epoch = EpochOf(workbook);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(
                workbook, new ExcelReaderConfiguration { LeaveOpen = true });
            var unseen = tables.ToList();
            do
            {
                var sheet = HeaderText.Normalise(reader.Name);
                var here = unseen.Where(table => HeaderText.Normalise(table.Sheet) == sheet).ToList();
                if (here.Count > 0)
                {
                    unseen.RemoveAll(here.Contains);
                    problems.AddRange(await ReadSheetAsync(reader, epoch, here, open, cancellationToken));
                }
            }
            while (reader.NextResult());

            problems.AddRange(unseen.Select(table => (table, SourceException.NoSheet(table.Sheet!))));
        }
        catch (Exception e) when (e is not (OperationCanceledException or SourceException or Lake.LakeException))
        {
            throw new SourceException(SourceException.Unreadable, $"It is not a readable workbook, or it is cut off: {e.Message}", e);
        }

        return problems;
    }

    private static async Task<IEnumerable<(BronzeTable, SourceException)>> ReadSheetAsync(
        IExcelDataReader reader, double epoch, List<BronzeTable> tables, Func<BronzeTable, Task<TextTableWriter>> open, CancellationToken cancellationToken)
    {
        var best = new HeaderMatch?[tables.Count];
        var writers = new TextTableWriter?[tables.Count];
        try
        {
            for (long row = 1; reader.Read(); row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var t = 0; t < tables.Count; t++)
                {
                    if (writers[t] is { } writer)
                    {
                        await AddRowAsync(reader, epoch, row, best[t]!, writer, cancellationToken);
                    }
                    else if (row <= HeaderSearchRows)
                    {
                        var match = HeaderMatch.Of(tables[t], [.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i, epoch))]);
                        best[t] = best[t] is { } earlier && !match.IsGood && earlier.Found >= match.Found ? earlier : match;
                        writers[t] = match.IsGood ? await open(tables[t]) : null;
                    }
                }

                if (row >= HeaderSearchRows && writers.All(writer => writer is null))
                {
                    break;
                }
            }

            foreach (var writer in writers)
            {
                await (writer?.CompleteAsync(cancellationToken) ?? Task.CompletedTask);
            }
        }
        finally
        {
            foreach (var writer in writers)
            {
                await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }

        return tables.Index().Where(t => writers[t.Index] is null).Select(t => (t.Item, new SourceException(
            SourceException.BadHeader, $"Sheet '{t.Item.Sheet}': {best[t.Index]?.Problem ?? "it is empty"}.")));
    }

    private static async ValueTask AddRowAsync(
        IExcelDataReader reader, double epoch, long row, HeaderMatch match, TextTableWriter writer, CancellationToken cancellationToken)
    {
        var cells = new string?[match.Positions.Length];
        var isBlank = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var position = match.Positions[i];
            cells[i] = position >= 0 && position < reader.FieldCount ? Text(reader, position, epoch) : null;
            isBlank &= string.IsNullOrWhiteSpace(cells[i]);
        }

        if (!isBlank)
        {
            await writer.AddAsync(row, cells, cancellationToken);
        }
    }

    /// <summary>The cell as the file stores it: a date is its serial number, whatever its number format shows.</summary>
    private static string? Text(IExcelDataReader reader, int column, double epoch) => reader.GetValue(column) switch
    {
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime date => (date.ToOADate() + epoch).ToString("R", CultureInfo.InvariantCulture),
        TimeSpan time => time.TotalDays.ToString("R", CultureInfo.InvariantCulture),
        bool value => value ? "TRUE" : "FALSE",
        null => null,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// Days to add to the dates that the library gives: it understands <c>date1904="1"</c>, but not the equally valid <c>true</c>.
    /// </summary>
    private static double EpochOf(Stream workbook)
    {
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        using var content = zip.GetEntry("xl/workbook.xml")?.Open() ?? throw new InvalidDataException("There is no xl/workbook.xml in it.");
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                return xml.GetAttribute("date1904") == "true" ? 1462 : 0;
            }
        }

        return 0;
    }
}
