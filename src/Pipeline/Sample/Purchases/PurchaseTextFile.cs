using NovaCorrente.Pipeline.Sample.Workbook;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>The purchase log as semicolon separated text: days as <c>dd/MM/yyyy</c>, decimal commas, quotes where a field needs them.</summary>
internal static class PurchaseTextFile
{
    public static void Write(Stream stream, IEnumerable<PurchaseRow> rows)
    {
        using var output = new Utf8Output(stream);
        output.Text(string.Join(';', PurchaseRow.Headers)).Raw("\n"u8);
        foreach (var row in rows)
        {
            Write(output, row);
        }
    }

    private static void Write(Utf8Output output, in PurchaseRow row)
    {
        Field(output, row.Depot);
        Field(output, row.PartCode ?? "");
        Field(output, row.Material);
        Field(output, row.Family);
        Field(output, row.Supplier);
        if (row.Quantity is { } quantity)
        {
            DecimalComma.Write(output, quantity).Raw(";"u8);
        }
        else
        {
            Field(output, row.QuantityInWords!);
        }

        Field(output, row.Unit);
        if (row.RequisitionedOn is { } requisitioned)
        {
            Day(output, requisitioned).Raw(";"u8);
        }
        else
        {
            Field(output, PurchaseRow.NotAvailable);
        }

        switch (row.Request)
        {
            case RequestCells.Filled:
                output.Number(row.RequestNumber).Raw(";"u8);
                Day(output, row.RequestedOn).Raw(";"u8);
                Day(output, row.OrderedOn);
                break;
            case RequestCells.NotAvailable:
                output.Raw("N/A;N/A;N/A"u8);
                break;
            default:
                output.Raw(";;"u8);
                break;
        }

        output.Raw("\n"u8);
    }

    private static Utf8Output Day(Utf8Output output, DateOnly day) => output.Number(day, "dd'/'MM'/'yyyy");

    private static void Field(Utf8Output output, string text)
    {
        if (text.AsSpan().ContainsAny(";\"\n"))
        {
            output.Raw("\""u8).Text(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Raw("\";"u8);
        }
        else
        {
            output.Text(text).Raw(";"u8);
        }
    }
}
