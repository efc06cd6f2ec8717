using GraphQL.Validation;
using GraphQL.Validation.Rules;
using NovaCorrente.Host.Requests.Rules;

namespace NovaCorrente.Host.Requests.Documents;

/// <summary>The rules that every document must pass.</summary>
internal static class DocumentRules
{
    public static IEnumerable<IValidationRule> For(ExecutionLimits limits)
    {
        yield return new MaxExecutionDepthRule(limits.MaxExecutionDepth);
        yield return new MaxFieldCycleDepthRule(limits.MaxFieldCycleDepth);
        yield return new MaxRootFieldsRule(limits.MaxRootFields);
        foreach (var rule in DocumentValidator.CoreRules)
        {
            // Two of the engine's rules are replaced by ones that answer in the words of the contract.
            yield return rule switch
            {
                FieldsOnCorrectType => FieldsExistRule.Instance,
                ArgumentsOfCorrectType => LiteralsMatchTypesRule.Instance,
                _ => rule,
            };
        }

        if (!limits.AllowIntrospection)
        {
            yield return NoIntrospectionRule.Instance;
        }
    }
}
