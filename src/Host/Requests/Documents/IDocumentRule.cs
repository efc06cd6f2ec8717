using GraphQL.Validation;

namespace NovaCorrente.Host.Requests.Documents;

/// <summary>
/// A validation rule whose verdict depends on the document and the schema alone, so that it may be remembered with the document.
/// Rules that look at variables, the user or headers belong in the execution instead.
/// </summary>
internal interface IDocumentRule : IValidationRule;
