using System.Globalization;
using System.Text;
using ExcelDataReader;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>The rows of one sheet as another program sees them.</summary>
internal sealed record SheetRows(string VisibleState, IReadOnlyList<object?[]> Rows)
{
    // The reader's defaults name code page 1252, even for formats that never use it.
    static SheetRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SheetRows Read(SampleFolder folder, string sheet)
    {
        using var file = folder.Open(SampleGenerator.WorkbookFile);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        while (!string.Equals(reader.Name, sheet, StringComparison.Ordinal))
        {
            Assert.True(reader.NextResult(), $"There is no sheet {sheet}.");
        }

        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return new SheetRows(reader.VisibleState, rows);
    }

    /// <summary>The cell as text: numbers plainly, days as the serial numbers they are stored as.</summary>
    public static string? Text(object? cell) => cell switch
    {
        null => null,
        string text => text,
        DateTime day => day.ToOADate().ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
