using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace NovaCorrente.Pipeline.Tests.Sources;

/// <summary>Writes a small workbook cell by cell: text, numbers, and serials shown as dates.</summary>
internal sealed class TestWorkbook
{
    private readonly List<(string Name, bool Hidden, Dictionary<int, Dictionary<int, object?>> Rows)> _sheets = [];

    /// <summary><c>1</c> or <c>true</c> when serials count from 1904.</summary>
    public string Date1904 { get; init; } = "false";

    public static readonly string[] PurchaseHeaders =
    [
        "DEPÓSITO", "PRODUTO/SERVIÇO", "MATERIAL", "FAMÍLIA", "NOME FORNEC.", "QUANTIDADE", "U.M.", "DATA REQUISITADA", "SOLICITAÇÃO", "DATA SOLICITADO", "DATA DE COMPRA",
    ];

    public TestWorkbook Sheet(string name, bool hidden = false)
    {
        _sheets.Add((name, hidden, []));
        return this;
    }

    /// <summary>Puts cells into a row of the last sheet; row and column count from 1.</summary>
    public TestWorkbook Row(int row, int column, params object?[] cells)
    {
        var rows = _sheets[^1].Rows;
        var target = rows.TryGetValue(row, out var there) ? there : rows[row] = [];
        foreach (var (i, cell) in cells.Index())
        {
            target[column + i] = cell;
        }

        return this;
    }

    /// <summary>The purchase sheet with these lines from row 2 on.</summary>
    public TestWorkbook Purchases(params object?[][] lines)
    {
        Sheet("CUSTO DE MATERIAL E SERVIÇOS").Row(1, 1, [.. PurchaseHeaders]);
        foreach (var (i, line) in lines.Index())
        {
            Row(i + 2, 1, line);
        }

        return this;
    }

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """);
        Add(zip, "_rels/.rels", Relations(["""<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>"""]));
        var sheets = _sheets.Select((sheet, i) =>
            $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"r{i + 1}\"/>");
        Add(zip, "xl/workbook.xml", $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{Date1904}"/><sheets>{string.Concat(sheets)}</sheets></workbook>
            """);
        Add(zip, "xl/_rels/workbook.xml.rels", Relations(
        [
            .. _sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"),
            """<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>""",
        ]));
        Add(zip, "xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        foreach (var (i, sheet) in _sheets.Index())
        {
            Add(zip, $"xl/worksheets/sheet{i + 1}.xml", SheetXml(sheet.Rows));
        }
    }

    private static string Relations(IEnumerable<string> relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations)}</Relationships>";

    private static string SheetXml(Dictionary<int, Dictionary<int, object?>> rows)
    {
        // The used range says Z, as in the workbooks of the purchasing system.
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:Z99\"/><sheetData>");
        foreach (var (row, cells) in rows.OrderBy(row => row.Key))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            foreach (var (column, value) in cells.OrderBy(cell => cell.Key))
            {
                var at = $"{(char)('A' + column - 1)}{row}";
                xml.Append(value switch
                {
                    null => $"<c r=\"{at}\"/>",
                    string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
                    Serial serial => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{serial.Value}</v></c>"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{value}</v></c>"),
                });
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content.Trim());
    }
}

/// <summary>A number that its cell shows as a date.</summary>
internal sealed record Serial(double Value);
