using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>A row of the purchase sheet as delivered. Null is an empty cell; <see cref="NotAvailable"/> is typed out.</summary>
internal readonly record struct PurchaseRow(
    string Depot,
    string? PartCode,
    string Material,
    string Family,
    string Supplier,
    decimal? Quantity,
    string? QuantityInWords,
    string Unit,
    DateOnly? RequisitionedOn,
    RequestCells Request,
    int RequestNumber,
    DateOnly RequestedOn,
    DateOnly OrderedOn)
{
    /// <summary>How the exporting system writes what it does not know.</summary>
    public const string NotAvailable = "N/A";

    /// <summary>The headers, in the order of the columns.</summary>
    public static readonly string[] Headers =
    [
        "DEPÓSITO", "PRODUTO/SERVIÇO", "MATERIAL", "FAMÍLIA", "NOME FORNEC.", "QUANTIDADE", "U.M.", "DATA REQUISITADA", "SOLICITAÇÃO",
        "DATA SOLICITADO", "DATA DE COMPRA",
    ];

    public static PurchaseRow Of(in PurchaseLine line, SampleSite? depot) => new(
        depot?.Delivered ?? NotAvailable,
        line.Defect == LineDefect.MissingPartCode ? null : line.Part.Code,
        line.Part.Name,
        line.Part.Family.Name,
        line.SupplierName,
        line.Defect switch
        {
            LineDefect.QuantityInWords => null,
            LineDefect.ZeroQuantity => 0,
            LineDefect.NegativeQuantity => -line.Quantity,
            LineDefect.FractionalQuantity when line.Part.Unit == "UN" => line.Quantity + 0.5m,
            _ => line.Quantity,
        },
        line.Defect == LineDefect.QuantityInWords ? "A CONFIRMAR" : null,
        line.Part.Unit,
        line.RequisitionedOn,
        line.Defect switch
        {
            LineDefect.RequestNotAvailable => RequestCells.NotAvailable,
            LineDefect.RequestBlank => RequestCells.Blank,
            _ => RequestCells.Filled,
        },
        line.Request,
        line.Defect switch
        {
            LineDefect.RequestedLongAgo => line.RequestedOn.AddYears(-40),
            LineDefect.RequestedFarAhead => line.RequestedOn.AddYears(200),
            _ => line.RequestedOn,
        },
        line.Defect == LineDefect.OrderedFarAhead ? line.OrderedOn.AddYears(200) : line.OrderedOn);
}

/// <summary>How the request number, the request date and the order date are filled in.</summary>
internal enum RequestCells
{
    /// <summary>All three.</summary>
    Filled,

    /// <summary>All three say <c>N/A</c>.</summary>
    NotAvailable,

    /// <summary>All three are empty.</summary>
    Blank,
}
