using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Json;

/// <summary>Writes the rows of a statement as the JSON that its plan describes.</summary>
internal sealed class ResponseWriter(JsonBuffer json, BindingContext context) : IDisposable
{
    private readonly CursorWriter _cursors = new();
    private readonly Dictionary<LevelPlan, LevelColumns> _columns = new(ReferenceEqualityComparer.Instance);

    /// <summary>A list field, from all its chunks.</summary>
    public void List(GoldPlan plan, IReadOnlyList<ColumnChunk> chunks)
    {
        var layout = LevelColumns.OfRoot(plan.Level);
        var total = plan.Level.NeedsTotal && chunks.Count > 0 && chunks[0].Rows > 0 ? chunks[0].Columns[0].Value<long>(0) : 0;

        // A total comes with one row even when the page is empty; its mark is null then.
        var isEmpty = !plan.Level.NeedsRows || (plan.Level.NeedsTotal && chunks is [{ Rows: 1 } only] && only.Columns[1].IsNull(0));
        var runs = isEmpty ? [] : chunks.Select(c => new RowRun(c.Columns, 0, c.Rows)).ToArray();
        Connection(plan.Connection!, layout, new RowSet(runs), total);
    }

    /// <summary>A by-key field.</summary>
    public void Row(GoldPlan plan, IReadOnlyList<ColumnChunk> chunks)
    {
        if (chunks.Count == 0 || chunks[0].Rows == 0)
        {
            json.Null();
        }
        else
        {
            Object(plan.Row!, plan.Level, LevelColumns.OfRoot(plan.Level), chunks[0].Columns, 0);
        }
    }

    public void Dispose() => _cursors.Dispose();

    private void Connection(ConnectionShape shape, LevelColumns layout, RowSet rows, long total)
    {
        var window = PageWindow.Of(shape.Level.Page!, rows.Count, context);
        json.Byte((byte)'{');
        foreach (var entry in shape.Entries)
        {
            json.Raw(entry.Name.Span);
            switch (entry.Shape)
            {
                case TotalPart:
                    json.Integer(total);
                    break;
                case NodesPart nodes:
                    Nodes(nodes, shape.Level, layout, rows, window);
                    break;
                case EdgesPart edges:
                    Edges(edges, shape.Level, layout, rows, window);
                    break;
                case PageInfoPart pageInfo:
                    PageInfo(pageInfo, shape.Level, layout, rows, window);
                    break;
                case LiteralPart literal:
                    json.Raw(literal.Json.Span);
                    break;
            }

            json.Byte((byte)',');
        }

        json.DropComma();
        json.Byte((byte)'}');
    }

    private void Nodes(NodesPart nodes, LevelPlan level, LevelColumns layout, RowSet rows, PageWindow window)
    {
        json.Byte((byte)'[');
        for (var i = window.From; i < window.To; i++)
        {
            var (columns, row) = rows[i];
            Object(nodes.Node, level, layout, columns, row);
            json.Byte((byte)',');
        }

        json.DropComma();
        json.Byte((byte)']');
    }

    private void Edges(EdgesPart edges, LevelPlan level, LevelColumns layout, RowSet rows, PageWindow window)
    {
        json.Byte((byte)'[');
        for (var i = window.From; i < window.To; i++)
        {
            var (columns, row) = rows[i];
            json.Byte((byte)'{');
            foreach (var entry in edges.Entries)
            {
                json.Raw(entry.Name.Span);
                switch (entry.Shape)
                {
                    case EdgeCursor:
                        _cursors.Write(json, level, columns, row, layout.SlotOffset);
                        break;
                    case EdgeNode node:
                        Object(node.Node, level, layout, columns, row);
                        break;
                    case EdgeLiteral literal:
                        json.Raw(literal.Json.Span);
                        break;
                }

                json.Byte((byte)',');
            }

            json.DropComma();
            json.Byte((byte)'}');
            json.Byte((byte)',');
        }

        json.DropComma();
        json.Byte((byte)']');
    }

    private void PageInfo(PageInfoPart pageInfo, LevelPlan level, LevelColumns layout, RowSet rows, PageWindow window)
    {
        json.Byte((byte)'{');
        foreach (var entry in pageInfo.Entries)
        {
            json.Raw(entry.Name.Span);
            switch (entry.Shape.Kind)
            {
                case PageInfoKind.HasNextPage:
                    json.Boolean(window.HasNext);
                    break;
                case PageInfoKind.HasPreviousPage:
                    json.Boolean(window.HasPrevious);
                    break;
                case PageInfoKind.Typename:
                    json.Raw(entry.Shape.Json.Span);
                    break;
                case var _ when window.From >= window.To:
                    json.Null();
                    break;
                case var kind:
                    var (columns, row) = rows[kind is PageInfoKind.StartCursor ? window.From : window.To - 1];
                    _cursors.Write(json, level, columns, row, layout.SlotOffset);
                    break;
            }

            json.Byte((byte)',');
        }

        json.DropComma();
        json.Byte((byte)'}');
    }

    private void Object(ObjectShape shape, LevelPlan level, LevelColumns layout, ColumnVector[] columns, int row)
    {
        if (shape.PresenceSlot is { } presence && columns[layout.SlotOffset + presence].IsNull(row))
        {
            json.Null();
            return;
        }

        json.Byte((byte)'{');
        foreach (var entry in shape.Entries)
        {
            json.Raw(entry.Name.Span);
            switch (entry.Shape)
            {
                case SlotShape slot:
                    VectorJson.Write(json, columns[layout.SlotOffset + slot.Slot], row);
                    break;
                case ObjectShape nested:
                    Object(nested, level, layout, columns, row);
                    break;
                case ChildShape child:
                    Child(child, layout, columns, row);
                    break;
                case LiteralShape literal:
                    json.Raw(literal.Json.Span);
                    break;
            }

            json.Byte((byte)',');
        }

        json.DropComma();
        json.Byte((byte)'}');
    }

    private void Child(ChildShape child, LevelColumns parent, ColumnVector[] columns, int row)
    {
        var level = child.Connection.Level;
        if (!_columns.TryGetValue(level, out var layout))
        {
            layout = LevelColumns.OfChild(level);
            _columns.Add(level, layout);
        }

        var total = 0L;
        if (level.NeedsTotal && columns[parent.Total(child.Child)] is var totals && !totals.IsNull(row))
        {
            total = totals.Value<long>(row);
        }

        if (level.NeedsRows && columns[parent.Rows(child.Child)] is var lists && !lists.IsNull(row))
        {
            var (offset, length) = lists.List(row);
            Connection(child.Connection, layout, new RowSet([new RowRun(lists.Elements!.Fields, offset, length)]), total);
        }
        else
        {
            Connection(child.Connection, layout, new RowSet([]), total);
        }
    }
}
