using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Turns a <c>having</c> argument into a condition on groups; a figure that is only asked for here is computed for it.</summary>
internal sealed class HavingCompiler(FilterCompiler filters, LevelPlan level, GroupPlan groups)
{
    public Predicate? Compile(InputNode having) => FilterCompiler.Together([.. ((ObjectInput)having).Fields.Select(f => Member(f.Key, f.Value)).OfType<Predicate>()]);

    private Predicate? Member(string name, InputNode value)
    {
        switch (name)
        {
            case "and":
                return FilterCompiler.Combine(value, Compile, all: true);
            case "or":
                return FilterCompiler.Combine(value, Compile, all: false);
            case "count":
                return On(groups.Figure(null, null, null), filters.Given(name, value, InputName, "LongOperationFilterInput"));
        }

        var column = Measure.Of(groups.Table).First(m => m.FieldName == name).Column;
        return filters.Given(name, value, InputName, "MeasureFilterInput") is not { } figures ? null : FilterCompiler.Together([.. figures.Fields
            .Select(f => On(
                groups.Figure(AggregateFunctions.Of(column.Type).First(a => a.FieldName() == f.Key), column, null),
                filters.Given(f.Key, f.Value, "MeasureFilterInput", "OperationFilterInput")))
            .OfType<Predicate>()]);
    }

    private string InputName => groups.Table.Name + "HavingInput";

    private Predicate? On(GoldColumn figure, ObjectInput? operations) =>
        operations is null ? null : filters.Operations(operations, new ColumnOperand(new ColumnRef(level.Root, figure)));
}
