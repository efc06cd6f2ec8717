using System.Text.RegularExpressions;
using MathNet.Numerics.Distributions;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>Where the value of a parameter comes from when a plan is executed. Plans hold sources, never the values of a request.</summary>
internal abstract record ValueSource
{
    /// <summary>The value for one execution, as the engine coerced it.</summary>
    public abstract object? Read(BindingContext context);
}

/// <summary>A literal of the document.</summary>
internal sealed record ConstantSource(object? Value) : ValueSource
{
    public override object? Read(BindingContext context) => Value;
}

/// <summary>A variable, or a part of one: object keys and list positions lead to it.</summary>
internal sealed record VariableSource(string Name, IReadOnlyList<object> Path) : ValueSource
{
    public override object? Read(BindingContext context)
    {
        var value = context.Variables.Find(Name)?.Value;
        foreach (var step in Path)
        {
            value = step is string key
                ? ((IDictionary<string, object?>)value!)[key]
                : ((System.Collections.IList)value!)[(int)step];
        }

        return value;
    }
}

/// <summary>A part of the key that the object above a row field names.</summary>
internal sealed record OwnerKeySource(int Index) : ValueSource
{
    public override object? Read(BindingContext context) => context.OwnerKey[Index];
}

/// <summary>
/// A pattern in which a backslash makes a following <c>%</c>, <c>_</c> or backslash stand for itself. Any other backslash already does, which
/// must be spelled out for SQL: there one at the end would be an error.
/// </summary>
internal sealed partial record PatternSource(ValueSource Pattern) : ValueSource
{
    public override object? Read(BindingContext context) => Backslash().Replace((string)Pattern.Read(context)!, match => match.Length == 2 ? match.Value : @"\\");

    [GeneratedRegex(@"\\[%_\\]?")]
    private static partial Regex Backslash();
}

/// <summary>One sort value of a cursor.</summary>
internal sealed record CursorSource(CursorPlan Cursor, int Index) : ValueSource
{
    public override object? Read(BindingContext context) => context.Cursor(Cursor)[Index];
}

/// <summary>How many periods before the present one a moving average covers.</summary>
internal sealed record PeriodsSource(ValueSource Periods) : ValueSource
{
    public override object? Read(BindingContext context)
    {
        var periods = Convert.ToInt32(Periods.Read(context), System.Globalization.CultureInfo.InvariantCulture);
        return periods is >= 1 and <= 10_000
            ? periods - 1
            : throw new Execution.GoldError("GOLD_PERIODS_OUT_OF_RANGE", "`periods` must be at least 1 and at most 10000.", ("periods", periods));
    }
}

/// <summary>The standard normal quantile of a probability: the z of a service level.</summary>
internal sealed record NormalQuantileSource(ValueSource Probability) : ValueSource
{
    public override object? Read(BindingContext context)
    {
        var probability = Convert.ToDouble(Probability.Read(context), System.Globalization.CultureInfo.InvariantCulture);
        return probability is > 0 and < 1
            ? Normal.InvCDF(0, 1, probability)
            : throw new Execution.GoldError("GOLD_SERVICE_LEVEL_OUT_OF_RANGE", "`serviceLevel` must be above 0 and below 1.", ("serviceLevel", probability));
    }
}

/// <summary>An assumed lead time in days.</summary>
internal sealed record LeadTimeSource(ValueSource Days) : ValueSource
{
    public override object? Read(BindingContext context)
    {
        var days = Convert.ToDouble(Days.Read(context), System.Globalization.CultureInfo.InvariantCulture);
        return days is >= 0 and <= 3650
            ? days
            : throw new Execution.GoldError("GOLD_LEAD_TIME_OUT_OF_RANGE", "`leadTimeDays` must be at least 0 and at most 3650.", ("leadTimeDays", days));
    }
}

/// <summary>How many rows a page fetches: one more than it shows, which tells whether there is another page; a file needs no such row.</summary>
internal sealed record FetchSizeSource(PagePlan Page, bool IsFile) : ValueSource
{
    public override object? Read(BindingContext context) => (long)context.PageSize(Page) + (IsFile ? 0 : 1);
}
