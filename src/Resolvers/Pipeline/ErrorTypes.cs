using System.Runtime.CompilerServices;
using GraphQL.Types;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>The errors that mutations foresee: members of their payloads, not top-level errors. Mutations of one schema share their types.</summary>
internal sealed class ErrorTypes
{
    private static readonly ConditionalWeakTable<GoldSchema, ErrorTypes> _ofSchemas = [];
    private readonly IGraphType _text;
    private readonly InterfaceGraphType _contract;

    private ErrorTypes(GoldSchema schema)
    {
        _text = schema.Types.Scalar(GoldScalar.Text);
        _contract = new InterfaceGraphType { Name = "Error", Description = "Why a mutation did not do what it was asked." };
        _contract.AddField(new FieldType { Name = "message", Description = "The reason, in a sentence for the user.", ResolvedType = _text.NonNull() });

        // No field is of this type, so the engine would not find it.
        schema.RegisterType(_contract);

        var lake = Of<LakeException>("LakeError", "The lake could not be reached or written, or what it holds is damaged.");
        var inProgress = Of<RunInProgressException>("RunInProgressError", "Another run is in progress.");
        inProgress.AddField(PayloadTypes.Field<RunInProgressException>("runId", "The run that is in progress, when it is known.", _text, e => e.RunId));
        var unknown = Of<RunLockUnavailableException>("RunLockUnavailableError", "Nobody can tell at present whether another run is in progress.");
        var notFound = Of<SnapshotNotFoundException>("SnapshotNotFoundError", "No such snapshot is kept.");
        notFound.AddField(PayloadTypes.Field<SnapshotNotFoundException>("snapshotId", "What was asked for.", _text.NonNull(), e => e.SnapshotId));
        var isCurrent = Of<SnapshotAlreadyCurrentException>("SnapshotAlreadyCurrentError", "The snapshot is the current one.");
        isCurrent.AddField(PayloadTypes.Field<SnapshotAlreadyCurrentException>("snapshotId", "The snapshot.", _text.NonNull(), e => e.SnapshotId));

        RunPipeline = Union("RunPipelineError", "What can keep the pipeline from running.", lake, inProgress, unknown);
        RollbackGold = Union("RollbackGoldError", "What can keep gold from being rolled back.", lake, inProgress, unknown, notFound, isCurrent);
    }

    /// <summary>The union of what can keep the pipeline from running.</summary>
    public UnionGraphType RunPipeline { get; }

    /// <summary>The union of what can keep gold from being rolled back.</summary>
    public UnionGraphType RollbackGold { get; }

    public static ErrorTypes Of(GoldSchema schema) => _ofSchemas.GetValue(schema, s => new ErrorTypes(s));

    private static UnionGraphType Union(string name, string description, params IEnumerable<ObjectGraphType> types)
    {
        var union = new UnionGraphType { Name = name, Description = description };
        foreach (var type in types)
        {
            union.AddPossibleType(type);
        }

        return union;
    }

    private ObjectGraphType Of<TException>(string name, string description)
        where TException : Exception
    {
        var type = PayloadTypes.Object(
            name,
            description,
            PayloadTypes.Field<TException>("message", "The reason, in a sentence for the user.", _text.NonNull(), e => e.Message));
        type.IsTypeOf = value => value is TException;
        type.AddResolvedInterface(_contract);
        _contract.AddPossibleType(type);
        return type;
    }
}
