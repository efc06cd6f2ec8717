using System.Globalization;

namespace NovaCorrente.Pipeline.Sample.Workbook;

/// <summary>Writes the rows of one sheet, top to bottom and left to right.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const int DayStyle = 1;
    private const int MoneyStyle = 2;

    private readonly Utf8Output _output;
    private readonly SharedStrings _strings;
    private readonly byte[] _rowDigits = new byte[8];
    private int _rowLength;

    public SheetWriter(Stream stream, SharedStrings strings, string usedRange)
    {
        _output = new Utf8Output(stream);
        _strings = strings;
        _output.Raw(OpenXml.Declaration)
            .Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\""u8)
            .Text(usedRange)
            .Raw("\"/><sheetData>"u8);
    }

    public void StartRow(int row)
    {
        row.TryFormat(_rowDigits, out _rowLength, provider: CultureInfo.InvariantCulture);
        _output.Raw("<row r=\""u8).Raw(_rowDigits.AsSpan(0, _rowLength)).Raw("\">"u8);
    }

    public void EndRow() => _output.Raw("</row>"u8);

    public void Text(char column, string text) => Start(column).Raw("\" t=\"s\"><v>"u8).Number(_strings.IndexOf(text)).Raw("</v></c>"u8);

    public void Number<T>(char column, T number, string format = "")
        where T : IUtf8SpanFormattable => Start(column).Raw("\"><v>"u8).Number(number, format).Raw("</v></c>"u8);

    public void Day(char column, DateOnly day) =>
        Start(column).Raw("\" s=\""u8).Number(DayStyle).Raw("\"><v>"u8).Number(SampleCalendar.Serial(day)).Raw("</v></c>"u8);

    public void Money(char column, decimal amount) =>
        Start(column).Raw("\" s=\""u8).Number(MoneyStyle).Raw("\"><v>"u8).Number(amount).Raw("</v></c>"u8);

    /// <summary>A cell that somebody once formatted and that holds nothing.</summary>
    public void Blank(char column) => Start(column).Raw("\" s=\"0\"/>"u8);

    public void Dispose()
    {
        _output.Raw("</sheetData></worksheet>"u8);
        _output.Dispose();
    }

    private Utf8Output Start(char column) => _output.Raw("<c r=\""u8).Raw([(byte)column]).Raw(_rowDigits.AsSpan(0, _rowLength));
}
