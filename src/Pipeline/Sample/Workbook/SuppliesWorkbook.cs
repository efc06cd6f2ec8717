using System.Globalization;
using NovaCorrente.Pipeline.Sample.Purchases;
using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Workbook;

/// <summary>The workbook of the supplies department: purchase log, account summary, and a hidden sheet with three lists side by side.</summary>
internal sealed class SuppliesWorkbook(SampleWorld world, AccountSummary accounts)
{
    private const int ListHeaderRow = 2;
    private const int AccountHeaderRow = 4;

    private static readonly string[] ListHeaders = ["SITE ", "ID SITE", "CLIENTE ", "ID CLIENTE ", "STATUS DE ALTERAÇÃO"];

    public static readonly string[] Statuses =
        ["SOLICITANTE TROCADO", "CENTRO DE CUSTO TROCADO", "SOLICITANTE E CENTRO DE CUSTO TROCADOS", "CENTRO DE CUSTO ACRESCENTADO"];

    /// <param name="stream">Where to; closed afterwards.</param>
    /// <param name="rows">The purchase log; empty when it goes to a text file.</param>
    /// <param name="count">How many rows it has.</param>
    public void Write(Stream stream, IEnumerable<PurchaseRow> rows, long count)
    {
        using var workbook = new WorkbookWriter(stream);
        WritePurchases(workbook, rows, count);
        WriteAccounts(workbook);
        WriteLists(workbook);
    }

    private static void WritePurchases(WorkbookWriter workbook, IEnumerable<PurchaseRow> rows, long count)
    {
        using var sheet = workbook.AddSheet("CUSTO DE MATERIAL E SERVIÇOS", FormattableString.Invariant($"A1:Z{count + 1}"));
        sheet.StartRow(1);
        for (var i = 0; i < PurchaseRow.Headers.Length; i++)
        {
            sheet.Text((char)('A' + i), PurchaseRow.Headers[i]);
        }

        sheet.EndRow();
        var number = 2;
        // Somebody once formatted one row as far as column Z, which is what the used range remembers.
        var formatted = 2 + (count / 2);
        foreach (var row in rows)
        {
            sheet.StartRow(number);
            WritePurchase(sheet, row);
            for (var column = 'L'; number == formatted && column <= 'Z'; column++)
            {
                sheet.Blank(column);
            }

            sheet.EndRow();
            number++;
        }
    }

    private static void WritePurchase(SheetWriter sheet, in PurchaseRow row)
    {
        sheet.Text('A', row.Depot);
        if (row.PartCode is { } code)
        {
            sheet.Text('B', code);
        }

        sheet.Text('C', row.Material);
        sheet.Text('D', row.Family);
        sheet.Text('E', row.Supplier);
        if (row.Quantity is { } quantity)
        {
            sheet.Number('F', quantity, "0.####");
        }
        else
        {
            sheet.Text('F', row.QuantityInWords!);
        }

        sheet.Text('G', row.Unit);
        if (row.RequisitionedOn is { } requisitioned)
        {
            sheet.Day('H', requisitioned);
        }
        else
        {
            sheet.Text('H', PurchaseRow.NotAvailable);
        }

        switch (row.Request)
        {
            case RequestCells.Filled:
                sheet.Number('I', row.RequestNumber);
                sheet.Day('J', row.RequestedOn);
                sheet.Day('K', row.OrderedOn);
                break;
            case RequestCells.NotAvailable:
                sheet.Text('I', PurchaseRow.NotAvailable);
                sheet.Text('J', PurchaseRow.NotAvailable);
                sheet.Text('K', PurchaseRow.NotAvailable);
                break;
            default:
                sheet.Blank('I');
                sheet.Blank('J');
                sheet.Blank('K');
                break;
        }
    }

    private void WriteAccounts(WorkbookWriter workbook)
    {
        var last = AccountHeaderRow + accounts.Lines.Count + 1;
        using var sheet = workbook.AddSheet("RESUMO GERAL", FormattableString.Invariant($"A{AccountHeaderRow}:B{last}"));
        sheet.StartRow(AccountHeaderRow);
        sheet.Text('A', "DESCRIÇÃO CTA.FINANC.");
        sheet.Text('B', "Soma de VLR.LÍQUIDO");
        sheet.EndRow();
        foreach (var (index, (name, amount)) in accounts.Lines.Append(("Total Resultado", accounts.Total)).Index())
        {
            sheet.StartRow(AccountHeaderRow + 1 + index);
            sheet.Text('A', name);
            sheet.Money('B', amount);
            sheet.EndRow();
        }
    }

    /// <summary>Three lists that share rows by chance only.</summary>
    private void WriteLists(WorkbookWriter workbook)
    {
        var sites = world.SiteList;
        using var sheet = workbook.AddSheet("DADOS", FormattableString.Invariant($"C{ListHeaderRow}:G{ListHeaderRow + sites.Count}"), hidden: true);
        sheet.StartRow(ListHeaderRow);
        foreach (var (index, header) in ListHeaders.Index())
        {
            sheet.Text((char)('C' + index), header);
        }

        sheet.EndRow();
        for (var i = 0; i < sites.Count; i++)
        {
            sheet.StartRow(ListHeaderRow + 1 + i);
            if (sites[i].IsNumber)
            {
                sheet.Number('C', long.Parse(sites[i].Code, CultureInfo.InvariantCulture));
            }
            else
            {
                sheet.Text('C', sites[i].Code);
            }

            sheet.Number('D', sites[i].Id);
            if (i < CustomerList.Names.Count)
            {
                sheet.Text('E', CustomerList.Names[i]);
                sheet.Text('F', FormattableString.Invariant($"NC{i + 1:00}"));
            }

            if (i < Statuses.Length)
            {
                sheet.Text('G', Statuses[i]);
            }

            sheet.EndRow();
        }
    }
}
