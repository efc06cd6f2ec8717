using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Fields;

/// <summary>What a field of the GraphQL schema stands for in the gold model.</summary>
/// <param name="Kind">The role of the field.</param>
/// <param name="Table">
/// The table whose rows the field deals with: for a list, a by-key field and the fields of a connection or an edge, the table of the
/// nodes; for a column and a relation, the table that declares it.
/// </param>
/// <param name="Member">The column or relation, when the field is one.</param>
public sealed record GoldField(GoldFieldKind Kind, GoldTable Table, GoldMember? Member = null);

/// <summary>The roles that a field can have.</summary>
public enum GoldFieldKind
{
    /// <summary>Root field: a filtered, ordered page of a table.</summary>
    List,

    /// <summary>Root field: one row by its primary key, or null.</summary>
    ByKey,

    /// <summary>Root field: a page of groups of rows with figures over each.</summary>
    Aggregate,

    /// <summary>Figures over the rows of a to-many relation.</summary>
    RelatedAggregate,

    /// <summary>A row whose key the object above knows; found in objects that are no rows themselves, such as payloads and events.</summary>
    Row,

    /// <summary>Root field: a page of the hits of a search.</summary>
    Search,

    /// <summary>Root field: a page of the rows in which two snapshots differ.</summary>
    Diff,

    /// <summary>Root field: a row by its primary key, as it would be with other settings.</summary>
    PolicyScenario,

    /// <summary>A stored column.</summary>
    Column,

    /// <summary>A relation to at most one row.</summary>
    ToOne,

    /// <summary>A relation to many rows: a filtered, ordered page of them.</summary>
    ToMany,

    /// <summary><c>pageInfo</c> of a connection.</summary>
    PageInfo,

    /// <summary><c>edges</c> of a connection.</summary>
    Edges,

    /// <summary><c>nodes</c> of a connection.</summary>
    Nodes,

    /// <summary><c>totalCount</c> of a connection.</summary>
    TotalCount,

    /// <summary><c>cursor</c> of an edge.</summary>
    Cursor,

    /// <summary><c>node</c> of an edge.</summary>
    Node,
}
