using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Host.Requests;

/// <summary>
/// The rules that look at a request and not only at its document, and so run every time: every registered <see cref="IValidationRule"/>.
/// The engine walks the whole document as soon as there is one rule, so rules for variables are left out when there are none.
/// </summary>
internal sealed class RequestRules
{
    private readonly Lazy<(IValidationRule[] Always, IValidationRule[] WithVariables)> _rules;

    public RequestRules(ISchema schema, IEnumerable<IValidationRule> registered) => _rules = new(() =>
    {
        schema.Initialize();
        IValidationRule[] always = schema.GetMetadata(FieldArgumentsAreValidRule.HAS_FIELD_ARGUMENT_VALIDATION_KEY, defaultValue: false)
            ? [FieldArgumentsAreValidRule.Instance, .. registered]
            : [.. registered];
        return (always, [.. always, new WrittenOrderRule()]);
    });

    public IEnumerable<IValidationRule> For(OperationRequest request) =>
        request.Variables is { Count: > 0 } ? _rules.Value.WithVariables : _rules.Value.Always;
}
