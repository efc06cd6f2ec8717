using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>A purchase line as it truly was, with what is to be broken in it.</summary>
/// <param name="Part">What was bought.</param>
/// <param name="Site">Who asked for it.</param>
/// <param name="Supplier">From whom.</param>
/// <param name="SupplierName">The supplier's name as typed.</param>
/// <param name="Quantity">How much, in the part's unit.</param>
/// <param name="Request">Number of the request.</param>
/// <param name="RequisitionedOn">When it was needed, seldom filled in.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="OrderedOn">When it was ordered.</param>
/// <param name="Defect">What is to be broken.</param>
internal readonly record struct PurchaseLine(
    SamplePart Part,
    SampleSite Site,
    SampleSupplier Supplier,
    string SupplierName,
    decimal Quantity,
    int Request,
    DateOnly? RequisitionedOn,
    DateOnly RequestedOn,
    DateOnly OrderedOn,
    LineDefect Defect);
