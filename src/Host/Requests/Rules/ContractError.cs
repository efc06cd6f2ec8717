using GraphQL.Validation;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Makes validation errors as the contract shows them: no code, helpers in the extensions, a link to the rule of the specification.</summary>
internal static class ContractError
{
    public static ValidationError At(
        ValidationContext context, ASTNode node, string message, string specificationSection, params ReadOnlySpan<(string Key, object? Value)> helpers)
    {
        var error = new ValidationError(context.Document.Source, number: null, message, node) { Code = null, Extensions = [] };
        foreach (var (key, value) in helpers)
        {
            error.Extensions[key] = value;
        }

        error.Extensions["specifiedBy"] = "https://spec.graphql.org/October2021/#sec-" + specificationSection;
        return error;
    }
}
