namespace NovaCorrente.Host.Requests.Persisted;

/// <summary>The text that a request stands for.</summary>
/// <param name="Text">GraphQL document text.</param>
/// <param name="Registration">The hash that the client asked to have the text stored under, or null.</param>
internal readonly record struct OperationDocument(string Text, DocumentRegistration? Registration = null);
