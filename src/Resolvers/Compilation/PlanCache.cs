using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// Keeps compiled fields by document, operation, response name and structure of the variables. They live as long as the parsed
/// document, which the document cache bounds.
/// </summary>
internal sealed class PlanCache
{
    // Structures of variables come from clients; a document that meets ever new ones must not grow without end.
    private const int PlansPerDocument = 256;

    private readonly ConditionalWeakTable<GraphQLDocument, ConcurrentDictionary<PlanKey, CompiledField>> _documents = [];

    public CompiledField GetOrAdd(GraphQLDocument document, PlanKey key, Func<CompiledField> compile, out bool hit)
    {
        var plans = _documents.GetOrCreateValue(document);
        hit = plans.TryGetValue(key, out var plan);
        if (!hit)
        {
            plan = compile();
            if (plans.Count >= PlansPerDocument)
            {
                plans.Clear();
            }

            plans.TryAdd(key, plan);
        }

        return plan!;
    }
}

/// <summary>What a plan depends on besides its document.</summary>
/// <param name="Operation">Name of the operation, or an empty string.</param>
/// <param name="ResponsePath">Response names down to the field.</param>
/// <param name="VariableShape">Structure of the variables.</param>
/// <param name="Access">What the reader may see.</param>
/// <param name="IsExport">Whether the rows leave as a file.</param>
internal readonly record struct PlanKey(string Operation, string ResponsePath, string VariableShape, AccessScope Access, bool IsExport);
