using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Cost;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Documents;

/// <summary>
/// Text → parsed and validated document, remembered by its text.
/// </summary>
/// <remarks>
/// Validation is ten times as dear as running a small cached query. It looks at the whole document and at nothing of the request, so one success
/// holds for every later request with the same text and schema; variables are coerced anew for each request by the engine. What the operations
/// cost is remembered, too, as a function of the variables.
/// </remarks>
internal sealed class DocumentCompiler
{
    private readonly ISchema _schema;
    private readonly CostCompiler _costs;
    private readonly IDocumentValidator _validator;
    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = 200 };
    private readonly IReadOnlyList<IValidationRule> _rules;
    private readonly ExecutionLimits _limits;
    private readonly BoundedCache<CompiledDocument> _cache;

    public DocumentCompiler(ISchema schema, IDocumentValidator validator, IEnumerable<IDocumentRule> rules, IOptions<ExecutionLimits> limits)
    {
        _schema = schema;
        _costs = new CostCompiler(schema);
        _validator = validator;
        _limits = limits.Value;
        _rules = [.. DocumentRules.For(_limits), .. rules];
        _cache = new BoundedCache<CompiledDocument>(_limits.DocumentCacheSize, _limits.DocumentCacheCharacters);
    }

    /// <summary>Number of documents that are remembered now.</summary>
    public int CachedDocuments => _cache.Count;

    /// <exception cref="RequestException">The text is not a valid document of this schema.</exception>
    public async ValueTask<CompiledDocument> CompileAsync(string text, CancellationToken cancellationToken)
    {
        if (_cache.TryGet(text, out var known))
        {
            return known;
        }

        DocumentSize.Check(text, _limits);
        var syntax = Parse(text);
        await ValidateAsync(syntax, cancellationToken);
        var costs = syntax.Definitions.OfType<GraphQLOperationDefinition>().ToDictionary(operation => operation, operation => _costs.Compile(syntax, operation));
        var compiled = new CompiledDocument(text, syntax, costs);
        _cache.Set(text, compiled, text.Length);
        return compiled;
    }

    private GraphQLDocument Parse(string text)
    {
        GraphQLDocument syntax;
        try
        {
            syntax = _parser.Build(text);
        }
        catch (ExecutionError error)
        {
            throw new RequestException(OperationOutcome.Rejected, error);
        }
        catch (GraphQLParserException exception)
        {
            throw new RequestException(OperationOutcome.Rejected, RequestErrors.Error(exception.Message, ErrorCodes.SyntaxError));
        }

        DocumentSize.Check(syntax, _limits);
        return syntax;
    }

    private async Task ValidateAsync(GraphQLDocument syntax, CancellationToken cancellationToken)
    {
        // Without an operation the validator looks at the document alone and leaves variables for the execution.
        var options = new ValidationOptions
        {
            Schema = _schema,
            Document = syntax,
            Rules = _rules,
            Operation = null!,
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            CancellationToken = cancellationToken,
        };
        var result = await _validator.ValidateAsync(options);
        if (!result.IsValid)
        {
            throw new RequestException(OperationOutcome.Rejected, [.. result.Errors.Take(_limits.MaxValidationErrors)]);
        }
    }
}
