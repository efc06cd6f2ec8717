using System.Globalization;
using System.Text.Json;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Resolvers.Tests.Support.Naive;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using Xunit.Abstractions;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Random groupings over all tables give what LINQ makes of the same rows; sums, minima and maxima to the last digit.</summary>
public sealed class AggregatePropertyTests(GoldFixture gold, ITestOutputHelper output) : IClassFixture<GoldFixture>
{
    private const int Cases = 400;

    private readonly NaiveRows _rows = new(gold.Rows);

    [Fact]
    public async Task Every_grouping_gives_what_a_naive_evaluation_gives()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NOVA_SEED"), out var given) ? given : 71_077_345;
        output.WriteLine($"NOVA_SEED={seed}");
        var random = new Random(seed);
        var tables = GoldModel.Default.SnapshotTables.ToList();
        for (var i = 0; i < Cases; i++)
        {
            await CheckAsync(tables[random.Next(tables.Count)], random);
        }
    }

    [Fact]
    public async Task Subtotals_add_up_and_pages_meet()
    {
        var lines = gold.Rows.Of(GoldModel.Default.Table("PurchaseLine"));
        var seen = new List<(long Level, string Key, decimal Sum)>();
        string? after = null;
        do
        {
            using var answer = await gold.ExecuteAsync(
                "query($after: String) { purchaseLinesAggregate(groupBy: [UNIT, IS_SERVICE], rollup: true, first: 7, after: $after) { nodes { level key { unit isService } quantity { sum } } pageInfo { hasNextPage endCursor } } }",
                JsonSerializer.Serialize(new { after }));
            var connection = answer.RootElement.GetProperty("data").GetProperty("purchaseLinesAggregate");
            seen.AddRange(connection.GetProperty("nodes").EnumerateArray().Select(n => (
                n.GetProperty("level").GetInt64(), n.GetProperty("key").GetRawText(), n.GetProperty("quantity").GetProperty("sum").GetDecimal())));
            var page = connection.GetProperty("pageInfo");
            after = page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        Assert.Equal(seen.Count, seen.Select(s => (s.Level, s.Key)).Distinct().Count());
        var total = lines.Sum(l => (decimal)l["quantity"]!);
        Assert.Equal([0L, 1L, 2L], seen.Select(s => s.Level).Distinct().Order());
        Assert.All(seen.GroupBy(s => s.Level), level => Assert.Equal(total, level.Sum(s => s.Sum)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_in_the_order_of_a_figure_with_ties_and_nulls_meet(bool descending)
    {
        var seen = new List<(decimal? Sum, string Key)>();
        string? after = null;
        do
        {
            using var answer = await gold.ExecuteAsync(
                $"query($after: String) {{ purchaseLinesAggregate(groupBy: [PART_CODE, REQUESTED_ON_MONTH], order: [{{ requestToOrderDays: {{ sum: {(descending ? "DESC" : "ASC")} }} }}], first: 5, after: $after) {{ nodes {{ key {{ partCode requestedOnMonth }} requestToOrderDays {{ sum }} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                JsonSerializer.Serialize(new { after }));
            var connection = answer.RootElement.GetProperty("data").GetProperty("purchaseLinesAggregate");
            foreach (var node in connection.GetProperty("nodes").EnumerateArray())
            {
                var sum = node.GetProperty("requestToOrderDays").GetProperty("sum");
                seen.Add((sum.ValueKind is JsonValueKind.Null ? null : sum.GetDecimal(), node.GetProperty("key").GetRawText()));
            }

            var page = connection.GetProperty("pageInfo");
            after = page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        var lines = _rows.Of(GoldModel.Default.Table("PurchaseLine"));
        var expected = lines
            .GroupBy(l => (Part: l["partCode"], Month: (DateOnly)l["requestedOn"]!) switch { var (part, day) => (part, new DateOnly(day.Year, day.Month, 1)) })
            .Select(g => g.Select(l => l["requestToOrderDays"]).OfType<int>().ToList())
            .Select(days => days.Count == 0 ? null : (decimal?)days.Sum())
            .ToList();
        // Whatever the direction, groups without a value come last.
        var sorted = descending ? expected.OrderByDescending(sum => sum) : expected.OrderBy(sum => sum is null).ThenBy(sum => sum);
        Assert.Equal(sorted, seen.Select(s => s.Sum));
        Assert.Equal(expected.Count, seen.Select(s => s.Key).Distinct().Count());
    }

    [Fact]
    public async Task Windows_over_filled_months_are_what_is_computed_by_hand()
    {
        // So few lines that months without one lie between them.
        const int periods = 3;
        var largest = gold.Rows.Of(GoldModel.Default.Table("PurchaseLine")).OrderByDescending(l => (decimal)l["quantity"]!).Take(12).ToList();
        var least = (decimal)largest[^1]["quantity"]!;
        using var answer = await gold.ExecuteAsync(
            $"{{ purchaseLinesAggregate(where: {{ quantity: {{ gte: {least.ToString(CultureInfo.InvariantCulture)} }} }}, groupBy: [REQUESTED_ON_MONTH], fillDates: true, first: 1000) {{ nodes {{ key {{ requestedOnMonth }} count quantity {{ sum cumulative movingAverage(periods: {periods}) previousPeriod {{ value change changePct }} samePeriodLastYear {{ value }} }} }} }} }}");
        var nodes = answer.RootElement.GetProperty("data").GetProperty("purchaseLinesAggregate").GetProperty("nodes").EnumerateArray().ToList();
        var sums = gold.Rows.Of(GoldModel.Default.Table("PurchaseLine"))
            .Where(l => (decimal)l["quantity"]! >= least)
            .GroupBy(l => (DateOnly)l["requestedOn"]! switch { var day => new DateOnly(day.Year, day.Month, 1) })
            .ToDictionary(g => g.Key, g => g.Sum(l => (decimal)l["quantity"]!));
        var months = new List<DateOnly>();
        for (var month = sums.Keys.Min(); month <= sums.Keys.Max(); month = month.AddMonths(1))
        {
            months.Add(month);
        }

        Assert.True(months.Count > sums.Count, "No month is left out, so that this test would not see whether it is filled.");
        Assert.Equal(months, nodes.Select(n => DateOnly.Parse(n.GetProperty("key").GetProperty("requestedOnMonth").GetString()!, CultureInfo.InvariantCulture)));
        for (var i = 0; i < months.Count; i++)
        {
            decimal At(int at) => sums.GetValueOrDefault(months[at]);
            var quantity = nodes[i].GetProperty("quantity");
            var first = Math.Max(0, i - periods + 1);
            Assert.Equal(At(i), quantity.GetProperty("sum").GetDecimal());
            Assert.Equal(Enumerable.Range(0, i + 1).Sum(At), quantity.GetProperty("cumulative").GetDecimal());
            Assert.True(Same((double)(Enumerable.Range(first, i - first + 1).Sum(At) / (i - first + 1)), quantity.GetProperty("movingAverage")));
            var before = quantity.GetProperty("previousPeriod");
            Assert.True(Same(i == 0 ? null : At(i - 1), before.GetProperty("value")));
            Assert.True(Same(i == 0 ? null : At(i) - At(i - 1), before.GetProperty("change")), $"{months[i]}: {quantity}");
            Assert.True(Same(i == 0 || At(i - 1) == 0 ? null : (double)(100 * (At(i) - At(i - 1)) / At(i - 1)), before.GetProperty("changePct")));
            Assert.True(Same(i < 12 ? null : At(i - 12), quantity.GetProperty("samePeriodLastYear").GetProperty("value")));
        }
    }

    private async Task CheckAsync(GoldTable table, Random random)
    {
        var choices = GroupKeys.Of(table);
        var keys = Enumerable.Range(0, random.Next(3)).Select(_ => choices[random.Next(choices.Count)]).Distinct().ToList();
        var measures = Measure.Of(table).ToList();
        var figures = Enumerable.Range(0, 3)
            .Select(_ => measures[random.Next(measures.Count)])
            .Select(m => (Measure: m, Function: Pick(AggregateFunctions.Of(m.Column.Type), random)))
            .Distinct()
            .ToList();
        var filter = Filter(table, random);
        var part = Filter(table, random);
        var atLeast = random.Next(4);
        var arguments = new List<string> { "first: 1000", $"having: {{ count: {{ gte: {atLeast} }} }}", "order: [{ count: DESC }]" };
        if (keys.Count > 0)
        {
            arguments.Add($"groupBy: [{string.Join(", ", keys)}]");
        }

        if (filter is not null)
        {
            arguments.Add($"where: {filter.Value.Text}");
        }

        var query = $"{{ {table.Plural}Aggregate({string.Join(", ", arguments)}) {{ nodes {{ count part: count(where: {part?.Text ?? "{}"}) key {{ __typename {string.Join(' ', keys.Select(k => k.FieldName))} }} "
            + string.Join(' ', figures.Select((f, i) => $"f{i}: {f.Measure.FieldName} {{ value: {f.Function.FieldName()} }}")) + " } } }";
        using var answer = await gold.ExecuteAsync(query);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), $"{query}\n{errors}");

        var rows = _rows.Of(table).Where(r => filter is null || filter.Value.Holds(r)).ToList();
        var groups = rows.GroupBy(r => string.Join('\u0001', keys.Select(k => Shown(KeyValue(r, k))))).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        if (keys.Count == 0 && groups.Count == 0)
        {
            groups.Add("", []);
        }

        groups = groups.Where(g => g.Value.Count >= atLeast).ToDictionary();
        var nodes = answer.RootElement.GetProperty("data").GetProperty(table.Plural + "Aggregate").GetProperty("nodes").EnumerateArray().ToList();
        Assert.True(nodes.Count == groups.Count, $"{query}\n{nodes.Count} groups instead of {groups.Count}");
        var counts = nodes.Select(n => n.GetProperty("count").GetInt64()).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
        foreach (var node in nodes)
        {
            var group = groups[string.Join('\u0001', keys.Select(k => Shown(node.GetProperty("key").GetProperty(k.FieldName))))];
            Assert.Equal(group.Count, node.GetProperty("count").GetInt64());
            Assert.Equal(group.Count(r => part is null || part.Value.Holds(r)), node.GetProperty("part").GetInt64());
            for (var i = 0; i < figures.Count; i++)
            {
                var values = group.Select(r => r[figures[i].Measure.Column.FieldName]).OfType<object>().ToList();
                var actual = node.GetProperty($"f{i}").GetProperty("value");
                Assert.True(Same(Expected(figures[i].Function, values), actual), $"{query}\n{figures[i].Function} of {figures[i].Measure.FieldName}: {actual} instead of {Expected(figures[i].Function, values)}");
            }
        }
    }

    private static (string Text, Func<Row, bool> Holds)? Filter(GoldTable table, Random random)
    {
        var column = table.Columns[random.Next(table.Columns.Count)];
        return column.Type switch
        {
            { Scalar: GoldScalar.Boolean, IsList: false } => ($"{{ {column.FieldName}: {{ neq: true }} }}", r => r[column.FieldName] is not true),
            { Scalar: GoldScalar.Text, IsList: false } => ($"{{ {column.FieldName}: {{ contains: \"a\" }} }}", r => r[column.FieldName] is string text && text.Contains('a', StringComparison.Ordinal)),
            { Scalar: GoldScalar.Decimal, IsList: false } => ($"{{ {column.FieldName}: {{ gt: 0 }} }}", r => r[column.FieldName] is > 0m),
            { Scalar: GoldScalar.Int, IsList: false } => ($"{{ {column.FieldName}: {{ ngte: 2 }} }}", r => r[column.FieldName] is not >= 2),
            _ => null,
        };
    }

    private object? KeyValue(Row row, GroupKey key)
    {
        var at = (Row?)row;
        foreach (var relation in key.Path)
        {
            at = _rows.ToOne(at, relation);
        }

        var value = at?[key.Column.FieldName];
        return key.Part is null || value is not DateOnly date ? value : key.Part switch
        {
            DatePart.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
            DatePart.Month => new DateOnly(date.Year, date.Month, 1),
            DatePart.Quarter => new DateOnly(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
            DatePart.Year => new DateOnly(date.Year, 1, 1),
            DatePart.Weekday => ((int)date.DayOfWeek + 6) % 7 + 1,
            _ => date.Month,
        };
    }

    private static object? Expected(AggregateFunction function, List<object> values)
    {
        var numbers = values.Where(v => v is decimal or int or long or double).Select(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)).Order().ToList();
        return function switch
        {
            AggregateFunction.CountDistinct => (long)values.Distinct().Count(),
            _ when values.Count == 0 => null,
            AggregateFunction.Min => values.Min(),
            AggregateFunction.Max => values.Max(),
            AggregateFunction.Sum when values[0] is decimal => values.Sum(v => (decimal)v),
            AggregateFunction.Sum when values[0] is int or long => values.Sum(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)),
            AggregateFunction.Sum => numbers.Sum(),
            AggregateFunction.Avg => numbers.Average(),
            AggregateFunction.Stddev => numbers.Count < 2 ? null : Math.Sqrt(numbers.Sum(n => Math.Pow(n - numbers.Average(), 2)) / (numbers.Count - 1)),
            AggregateFunction.Median => Quantile(numbers, 0.5),
            _ => Quantile(numbers, 0.9),
        };
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var at = share * (sorted.Count - 1);
        var below = (int)Math.Floor(at);
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]));
    }

    private static bool Same(object? expected, JsonElement actual) => expected switch
    {
        null => actual.ValueKind is JsonValueKind.Null,
        decimal or int or long => actual.ValueKind is JsonValueKind.Number && actual.GetDecimal() == Convert.ToDecimal(expected, CultureInfo.InvariantCulture),
        double number => actual.ValueKind is JsonValueKind.Number && Math.Abs(actual.GetDouble() - number) <= 1e-9 * Math.Max(1, Math.Abs(number)),
        _ => Shown(expected) == Shown(actual),
    };

    private static string Shown(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        decimal number => (number / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => DateTime.TryParseExact(
            value.GetString(), ["yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:ss.ffffffZ"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? Shown((object)moment)
            : value.GetString()!,
        _ => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : Shown((object)value.GetDecimal()),
    };

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
