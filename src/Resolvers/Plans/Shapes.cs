using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>One entry of a JSON object: its name as UTF-8, quoted and followed by a colon, and what is written behind it.</summary>
internal sealed record Entry<TShape>(ReadOnlyMemory<byte> Name, TShape Shape);

/// <summary>What is written for one field of a row.</summary>
internal abstract record ValueShape;

/// <summary>A constant, for <c>__typename</c>.</summary>
internal sealed record LiteralShape(ReadOnlyMemory<byte> Json) : ValueShape;

/// <summary>The value of a slot.</summary>
internal sealed record SlotShape(int Slot, GoldType Type) : ValueShape;

/// <summary>An object made of slots of the same row; null where the presence slot is.</summary>
internal sealed record ObjectShape(int? PresenceSlot, IReadOnlyList<Entry<ValueShape>> Entries) : ValueShape;

/// <summary>The connection of a to-many list.</summary>
internal sealed record ChildShape(int Child, ConnectionShape Connection) : ValueShape;

/// <summary>What is written for a connection.</summary>
internal sealed record ConnectionShape(LevelPlan Level, IReadOnlyList<Entry<ConnectionPart>> Entries);

/// <summary>One field of a connection.</summary>
internal abstract record ConnectionPart;

/// <summary>A constant, for <c>__typename</c>.</summary>
internal sealed record LiteralPart(ReadOnlyMemory<byte> Json) : ConnectionPart;

/// <summary><c>totalCount</c>.</summary>
internal sealed record TotalPart : ConnectionPart;

/// <summary><c>nodes</c>.</summary>
internal sealed record NodesPart(ObjectShape Node) : ConnectionPart;

/// <summary><c>edges</c>.</summary>
internal sealed record EdgesPart(IReadOnlyList<Entry<EdgePart>> Entries) : ConnectionPart;

/// <summary><c>pageInfo</c>.</summary>
internal sealed record PageInfoPart(IReadOnlyList<Entry<PageInfoField>> Entries) : ConnectionPart;

/// <summary>One field of an edge.</summary>
internal abstract record EdgePart;

/// <summary>A constant, for <c>__typename</c>.</summary>
internal sealed record EdgeLiteral(ReadOnlyMemory<byte> Json) : EdgePart;

/// <summary><c>cursor</c>.</summary>
internal sealed record EdgeCursor : EdgePart;

/// <summary><c>node</c>.</summary>
internal sealed record EdgeNode(ObjectShape Node) : EdgePart;

/// <summary>One field of <c>pageInfo</c>: its kind, and the type name for <c>__typename</c>.</summary>
internal sealed record PageInfoField(PageInfoKind Kind, ReadOnlyMemory<byte> Json = default);

/// <summary>The fields of <c>PageInfo</c>.</summary>
internal enum PageInfoKind
{
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
    Typename,
}
