using System.Runtime.InteropServices;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>What an operation costs before it is run, as the cost analysis counts.</summary>
/// <param name="FieldCost">Weights of fields, arguments and input fields, times the lists they stand in.</param>
/// <param name="TypeCost">Objects that the answer may hold.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    public static OperationCost operator +(OperationCost left, OperationCost right) =>
        new(left.FieldCost + right.FieldCost, left.TypeCost + right.TypeCost);

    public static OperationCost operator *(double times, OperationCost cost) => new(times * cost.FieldCost, times * cost.TypeCost);
}
