using GraphQL;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>Refuses operations that cost too much, and tells clients what theirs cost when they ask.</summary>
internal sealed class CostGuard(IOptions<CostOptions> options)
{
    /// <summary>The header in which a client asks what its operation costs.</summary>
    public const string Header = "GraphQL-Cost";

    private const string Extension = "operationCost";

    private readonly CostOptions _options = options.Value;

    /// <summary>What the request asks of the analysis; without HTTP headers, only that the maxima are kept.</summary>
    public static CostMode ModeOf(RequestContext context) => context.Http?.Request.Headers[Header].ToString() switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.Enforce,
    };

    /// <exception cref="RequestException">It costs more than one operation may.</exception>
    public void Enforce(OperationCost cost)
    {
        if (!_options.EnforceCostLimits)
        {
            return;
        }

        if (cost.FieldCost > _options.MaxFieldCost)
        {
            throw RequestErrors.FieldCostExceeded(cost.FieldCost, _options.MaxFieldCost);
        }

        if (cost.TypeCost > _options.MaxTypeCost)
        {
            throw RequestErrors.TypeCostExceeded(cost.TypeCost, _options.MaxTypeCost);
        }
    }

    /// <summary>An answer that tells the cost and nothing else.</summary>
    public static OperationResult ReportAlone(OperationCost cost)
    {
        var result = new ExecutionResult();
        Report(result, cost);
        return new OperationResult(result, OperationOutcome.Executed);
    }

    /// <summary>Puts the cost beside the answer.</summary>
    public static void Report(ExecutionResult result, OperationCost cost)
    {
        result.Extensions = new Dictionary<string, object?>(result.Extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [Extension] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["fieldCost"] = cost.FieldCost, ["typeCost"] = cost.TypeCost },
        };
    }
}
