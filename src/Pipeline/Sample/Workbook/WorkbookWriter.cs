using System.IO.Compression;

namespace NovaCorrente.Pipeline.Sample.Workbook;

/// <summary>
/// Writes an Office Open XML workbook as a stream: any number of rows, flat memory, the same bytes each time.
/// Sheets are written one after another, then <see cref="Dispose"/> adds the shared texts and the directory.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    // The earliest time that a ZIP entry can carry: a fixed one keeps the bytes the same.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly SharedStrings _strings = new();
    private readonly List<(string Name, bool IsHidden)> _sheets = [];

    public WorkbookWriter(Stream stream)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: false);
    }

    /// <param name="name">Its name.</param>
    /// <param name="usedRange">The range that the sheet says is in use.</param>
    /// <param name="hidden">Whether it is hidden.</param>
    public SheetWriter AddSheet(string name, string usedRange, bool hidden = false)
    {
        _sheets.Add((name, hidden));
        return new SheetWriter(Entry(FormattableString.Invariant($"xl/worksheets/sheet{_sheets.Count}.xml")), _strings, usedRange);
    }

    public void Dispose()
    {
        using (var texts = new Utf8Output(Entry("xl/sharedStrings.xml")))
        {
            _strings.WriteTo(texts);
        }

        Part("xl/styles.xml", OpenXml.Styles);
        Part("xl/workbook.xml", OpenXml.Workbook(_sheets));
        Part("xl/_rels/workbook.xml.rels", OpenXml.WorkbookRelations(_sheets.Count));
        Part("_rels/.rels", OpenXml.RootRelations);
        Part("[Content_Types].xml", OpenXml.ContentTypes(_sheets.Count));
        _archive.Dispose();
    }

    private void Part(string name, string xml)
    {
        using var output = new Utf8Output(Entry(name));
        output.Text(xml);
    }

    private Stream Entry(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
