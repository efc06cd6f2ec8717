using System.Text;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Computed;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Turns a gold field with its arguments and its whole selection into a plan. It reads the structure of variables, never their values.</summary>
internal sealed class SelectionCompiler
{
    private static readonly string[] HitOrder = ["title", "kind", "key"];

    private readonly FieldCollector _collector;
    private readonly InputReader _input;
    private readonly RefusedInput _refused;
    private readonly FilterCompiler _filters;
    private readonly OrderCompiler _orders;
    private readonly AggregateCompiler _aggregates;

    public SelectionCompiler(GraphQLDocument document, Variables variables)
    {
        _input = new InputReader(variables);
        _collector = new FieldCollector(document, _input);
        _refused = new RefusedInput(document.Source);
        _filters = new FilterCompiler(_refused);
        _orders = new OrderCompiler(_refused);
        _aggregates = new AggregateCompiler(_input, _filters, _refused);
    }

    /// <summary>Values of the arguments that are refused; a plan with any must not run.</summary>
    public IReadOnlyList<GoldError> Refused => _refused.Errors;

    /// <summary>A list field: <c>parts(where: …) { nodes { … } }</c>.</summary>
    public GoldPlan List(GraphQLField field, GoldTable table, IObjectGraphType connectionType)
    {
        var level = new LevelPlan(table);
        return new GoldPlan(level, Connection(new CollectedField("", field) { Selections = { field.SelectionSet } }, level, connectionType), null);
    }

    /// <summary>An aggregate: <c>partsAggregate(groupBy: …) { nodes { key { … } count } }</c>.</summary>
    public GoldPlan Aggregate(GraphQLField field, GoldTable table, IObjectGraphType connectionType)
    {
        var level = _aggregates.Level(field, table);
        return new GoldPlan(level, Paged(new CollectedField("", field) { Selections = { field.SelectionSet } }, level, connectionType), null);
    }

    /// <summary>A search: <c>search(text: …) { nodes { title } }</c>.</summary>
    public GoldPlan Search(GraphQLField field, GoldTable hits, IObjectGraphType connectionType)
    {
        var text = ((LeafInput)_input.Argument(field, SearchField.Text)!).Source;
        var level = new LevelPlan(hits) { Source = new SearchSource(text, SearchTargets.Of(hits)) };
        level.Filter = OfKinds(level, _input.ArgumentOrNull(field, SearchField.Kinds));
        level.Order = [
            new OrderTerm(new ColumnRef(level.Root, hits.Column("score")), Descending: true),
            .. HitOrder.Select(name => new OrderTerm(new ColumnRef(level.Root, hits.Column(name)), Descending: false))];
        return new GoldPlan(level, Paged(new CollectedField("", field) { Selections = { field.SelectionSet } }, level, connectionType), null);
    }

    /// <summary>A comparison of snapshots: <c>goldDiff(table: PART, from: …) { nodes { kind before after } }</c>.</summary>
    public GoldPlan Diff(GraphQLField field, GoldTable rows, IObjectGraphType connectionType)
    {
        var chosen = ((LeafInput)_input.Argument(field, GoldDiffField.Table)!).Structural;
        var table = chosen as GoldTable ?? GoldModel.Default.SnapshotTables.First(t => Naming.Upper(t.Name) == (string)chosen!);
        var level = new LevelPlan(rows) { Source = new DiffSource(table) };
        level.Filter = OfKinds(level, _input.ArgumentOrNull(field, GoldDiffField.Kinds));
        level.Order = [new OrderTerm(new ColumnRef(level.Root, rows.Column("id")), Descending: false)];
        return new GoldPlan(level, Paged(new CollectedField("", field) { Selections = { field.SelectionSet } }, level, connectionType), null);
    }

    /// <summary>A what-if question: <c>partPolicy(partCode: …, serviceLevel: …) { … }</c>.</summary>
    public GoldPlan PolicyScenario(GraphQLField field, GoldTable policies, IObjectGraphType type)
    {
        var serviceLevel = (_input.ArgumentOrNull(field, PolicyScenarioField.ServiceLevel) as LeafInput)?.Source;
        var leadTimeDays = (_input.ArgumentOrNull(field, PolicyScenarioField.LeadTimeDays) as LeafInput)?.Source;
        return ByKey(field, policies, type, serviceLevel is null && leadTimeDays is null ? null : new PolicyScenarioSource(serviceLevel, leadTimeDays));
    }

    /// <summary>A by-key field: <c>part(partCode: …) { … }</c>. A table with a current row answers it where the key is left out.</summary>
    public GoldPlan ByKey(GraphQLField field, GoldTable table, IObjectGraphType type, RowSource? source = null)
    {
        var key = table.Key.Select(column => (Column: column, Given: _input.ArgumentOrNull(field, column.FieldName) as LeafInput)).ToList();
        return table.CurrentMark is { } mark && key.Exists(k => k.Given is null)
            ? Row(field, table, type, [(mark, new ConstantSource(true))], source)
            : Row(field, table, type, key.Select(k => (k.Column, k.Given!.Source)), source);
    }

    /// <summary>A row whose key the object above the field knows.</summary>
    public GoldPlan Row(GraphQLField field, GoldTable table, IObjectGraphType type) =>
        Row(field, table, type, table.Key.Select((column, i) => (column, (ValueSource)new OwnerKeySource(i))), source: null);

    private GoldPlan Row(GraphQLField field, GoldTable table, IObjectGraphType type, IEnumerable<(GoldColumn Column, ValueSource Value)> key, RowSource? source)
    {
        var level = new LevelPlan(table) { NeedsRows = true, Source = source };
        level.Filter = new All([.. key.Select(k => new Comparison(new ColumnOperand(new ColumnRef(level.Root, k.Column)), Comparator.Equal, k.Value))]);
        return new GoldPlan(level, null, Object([field.SelectionSet], level, level.Root, type, presenceSlot: null));
    }

    private static OneOf? OfKinds(LevelPlan level, InputNode? kinds)
    {
        if (kinds is null)
        {
            return null;
        }

        var chosen = kinds is ListInput list ? list.Items : [kinds];
        return new OneOf(
            new ColumnOperand(new ColumnRef(level.Root, level.Table.Column("kind"))), [.. chosen.OfType<LeafInput>().Select(k => k.Source)]);
    }

    private ConnectionShape Connection(CollectedField field, LevelPlan level, IObjectGraphType type, string owner = "Query")
    {
        if (_input.ArgumentOrNull(field.Field, "where") is { } where)
        {
            level.Filter = _filters.Compile(where, level.Root);
        }

        var order = _input.ArgumentOrNull(field.Field, "order");
        level.FollowsLayout = order is null or ListInput { Items.Count: 0 };
        level.Order = _orders.Compile(order, level.Root);
        return Paged(field, level, type, owner);
    }

    private ConnectionShape Paged(CollectedField field, LevelPlan level, IObjectGraphType type, string owner = "Query")
    {
        level.OrderSignature = OrderCompiler.Signature(level.Table, level.Order);
        level.Page = PageCompiler.Compile(field.Field, _input, level, $"{owner}.{field.Name}");
        return new ConnectionShape(level, Entries<ConnectionPart>(field.Selections, type, selected => Part(selected, level, type)));
    }

    private ConnectionPart Part(CollectedField field, LevelPlan level, IObjectGraphType type)
    {
        switch (field.Name)
        {
            case "totalCount":
                level.NeedsTotal = true;
                return new TotalPart();
            case "nodes":
                level.NeedsRows = true;
                return new NodesPart(Object(field.Selections, level, level.Root, TypeOf(type, "nodes"), presenceSlot: null));
            case "edges":
                level.NeedsRows = true;
                var edge = TypeOf(type, "edges");
                return new EdgesPart(Entries<EdgePart>(field.Selections, edge, selected => Edge(selected, level, edge)));
            case "pageInfo":
                level.NeedsRows = true;
                var pageInfo = TypeOf(type, "pageInfo");
                return new PageInfoPart(Entries(field.Selections, pageInfo, selected => PageInfo(selected, level, pageInfo)));
            default:
                return new LiteralPart(Typename(type));
        }
    }

    private EdgePart Edge(CollectedField field, LevelPlan level, IObjectGraphType type)
    {
        switch (field.Name)
        {
            case "cursor":
                NeedOrderValues(level);
                return new EdgeCursor();
            case "node":
                return new EdgeNode(Object(field.Selections, level, level.Root, TypeOf(type, "node"), presenceSlot: null));
            default:
                return new EdgeLiteral(Typename(type));
        }
    }

    private static PageInfoField PageInfo(CollectedField field, LevelPlan level, IObjectGraphType type)
    {
        var kind = field.Name switch
        {
            "hasNextPage" => PageInfoKind.HasNextPage,
            "hasPreviousPage" => PageInfoKind.HasPreviousPage,
            "startCursor" => PageInfoKind.StartCursor,
            "endCursor" => PageInfoKind.EndCursor,
            _ => PageInfoKind.Typename,
        };
        if (kind is PageInfoKind.StartCursor or PageInfoKind.EndCursor)
        {
            NeedOrderValues(level);
        }

        return new PageInfoField(kind, kind is PageInfoKind.Typename ? Typename(type) : default);
    }

    private ObjectShape Object(
        IEnumerable<GraphQLSelectionSet?> selections, LevelPlan level, Join join, IObjectGraphType type, int? presenceSlot) =>
        new(presenceSlot, Entries(selections, type, field => Value(field, level, join, type)));

    private ValueShape Value(CollectedField field, LevelPlan level, Join join, IObjectGraphType type)
    {
        if (level.Source is GroupPlan groups && join == level.Root)
        {
            return Figure(field, level, join, groups, type);
        }

        if (type.Fields.Find(field.Name)?.GetGoldField() is { Kind: GoldFieldKind.RelatedAggregate, Member: ToManyRelation many })
        {
            return Totals(field, level, join, many, TypeOf(type, field.Name));
        }

        switch (join.Table.Find(field.Name))
        {
            case GoldColumn column:
                return new SlotShape(level.Slot(join, column), column.Type);
            case ToOneRelation relation:
                var target = level.JoinForOutput(join, relation);
                var presence = level.Slot(target, target.Table.Key[0]);
                return Object(field.Selections, level, target, TypeOf(type, field.Name), presence);
            case ToManyRelation relation:
                var child = level.AddChild(join, relation);
                return new ChildShape(child.Index, Connection(field, child.Level, TypeOf(type, field.Name), join.Table.Name));
            default:
                return new LiteralShape(Typename(type));
        }
    }

    private ObjectShape Totals(CollectedField field, LevelPlan level, Join owner, ToManyRelation relation, IObjectGraphType type)
    {
        var groups = new GroupPlan(relation.Target);
        if (_input.ArgumentOrNull(field.Field, "where") is { } where)
        {
            groups.Filter = _filters.Compile(where, groups.Root);
        }

        var join = level.JoinTotals(owner, new RelatedTotals(relation, groups));
        return new ObjectShape(null, Entries(field.Selections, type, selected => Figure(selected, level, join, groups, type)));
    }

    private ValueShape Figure(CollectedField field, LevelPlan level, Join join, GroupPlan groups, IObjectGraphType type)
    {
        ValueShape Slot(GoldColumn column) => new SlotShape(level.Slot(join, column), column.Type);

        ValueShape Nested(CollectedField parent, IObjectGraphType parentType, Func<CollectedField, ValueShape?> member) =>
            new ObjectShape(null, Entries(parent.Selections, parentType, selected => member(selected) ?? new LiteralShape(Typename(parentType))));

        var types = new Stack<IObjectGraphType>([type]);
        return _aggregates.Value(field, groups, Slot, (parent, member) =>
        {
            types.Push(TypeOf(types.Peek(), parent.Name));
            var shape = Nested(parent, types.Peek(), member);
            types.Pop();
            return shape;
        }) ?? new LiteralShape(Typename(type));
    }

    private IReadOnlyList<Entry<TShape>> Entries<TShape>(
        IEnumerable<GraphQLSelectionSet?> selections, IObjectGraphType type, Func<CollectedField, TShape> shape) =>
        [.. _collector.Collect(selections, type.Name)
            .Select(field => new Entry<TShape>(Encoding.UTF8.GetBytes($"\"{field.ResponseName}\":"), shape(field)))];

    // Cursors are made of the values by which rows are ordered.
    private static void NeedOrderValues(LevelPlan level)
    {
        foreach (var term in level.Order)
        {
            level.Slot(term.Reference.Join, term.Reference.Column);
        }
    }

    private static IObjectGraphType TypeOf(IObjectGraphType type, string field) =>
        TypeOf(type.Fields.Find(field)!);

    /// <summary>The object type of a field, without its list and non-null wrappers.</summary>
    public static IObjectGraphType TypeOf(FieldType field)
    {
        var type = field.ResolvedType;
        while (type is IProvideResolvedType { ResolvedType: var inner })
        {
            type = inner;
        }

        return (IObjectGraphType)type!;
    }

    private static byte[] Typename(IObjectGraphType type) => Encoding.UTF8.GetBytes($"\"{type.Name}\"");
}
