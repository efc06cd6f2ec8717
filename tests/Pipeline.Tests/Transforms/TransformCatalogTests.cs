using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Transforms;

public sealed class TransformCatalogTests
{
    [Fact]
    public void The_catalogue_of_the_product_holds_together_and_makes_every_declared_table()
    {
        var catalog = TransformCatalog.Load();
        var made = catalog.Transforms.Where(t => t.Schema == "gold").Select(t => t.Table);
        Assert.Equal(GoldModel.Default.SnapshotTables.Select(t => t.SqlName).Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var transform in catalog.Transforms)
        {
            Assert.All(transform.DependsOn.Where(d => !TransformCatalog.IsBronze(d)), d => Assert.Contains(d, done));
            done.Add(transform.Name);
        }
    }

    [Fact]
    public void Every_variable_that_the_product_reads_is_set()
    {
        var set = new TransformSettings().VariablesOf(new DateOnly(2026, 1, 1), "run").Keys;
        Assert.All(TransformCatalog.Load().Transforms.SelectMany(t => t.Variables), v => Assert.Contains(v, set));
    }

    [Fact]
    public void Names_in_comments_and_quoted_text_are_no_dependencies()
    {
        var catalog = Of(
            ("silver.a", "select 'from silver.x' as a, $$ gold.y $$ as b -- silver.z\n/* gold.w; */ from bronze.one join \"bronze\".\"two\" using (a) where a <> 'it''s silver.q' and \"o'clock\" > 1"));
        Assert.Equal(["bronze.one", "bronze.two"], Assert.Single(catalog.Transforms).DependsOn);
    }

    [Fact]
    public void A_column_of_a_row_called_like_a_schema_is_no_table()
    {
        var catalog = Of(("silver.a", "select t.silver.x, other.gold.y from bronze.t, bronze.other"));
        Assert.Equal(["bronze.other", "bronze.t"], Assert.Single(catalog.Transforms).DependsOn);
    }

    [Fact]
    public void Tables_come_after_what_they_read_and_otherwise_by_name()
    {
        var catalog = Of(
            ("gold.b", "from gold.c"), ("gold.c", "from silver.z"), ("gold.a", "select 1 as x"), ("silver.z", "from silver.y"), ("silver.y", "from bronze.x;"));
        Assert.Equal(["silver.y", "silver.z", "gold.a", "gold.c", "gold.b"], catalog.Transforms.Select(t => t.Name));
        Assert.Equal("from bronze.x", catalog.Transforms[0].Sql);
    }

    [Theory]
    [InlineData("from silver.a", "silver.a → silver.b → silver.a")]
    [InlineData("from silver.missing", "silver.b reads silver.missing, which no transform makes")]
    [InlineData("from gold.c", "silver is made before gold")]
    [InlineData("select now() as t", "silver.b uses now, so equal inputs would not give equal rows")]
    [InlineData("select current_date as t", "silver.b uses current_date")]
    [InlineData("select uuid() as t", "silver.b uses uuid")]
    [InlineData("select salted(1) as t", "silver.b uses random")]
    [InlineData("select 1; select 2", "silver.b must be one statement")]
    [InlineData("-- nothing", "silver.b must be one statement")]
    public void What_does_not_hold_together_is_refused_by_name(string sql, string sentence)
    {
        var thrown = Assert.Throws<TransformException>(() => TransformCatalog.Of(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["silver.a"] = "from silver.b", ["silver.b"] = sql, ["gold.c"] = "select 1 as x" },
            "create macro salted(x) as x + random()"));
        Assert.Contains(sentence, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create macro m(x) as (select max(x) from silver.a)", "The macro m reads silver.a")]
    [InlineData("create table t (x int)", "a statement that creates none")]
    public void Macros_that_would_hide_dependencies_are_refused(string macros, string sentence)
    {
        var thrown = Assert.Throws<TransformException>(() => TransformCatalog.Of(new Dictionary<string, string>(StringComparer.Ordinal), macros));
        Assert.Contains(sentence, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_depends_on_the_macros_that_it_uses_and_on_their_variables_only()
    {
        var catalog = TransformCatalog.Of(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["silver.dated"] = "select outer_one(1) as x, getvariable('limit') as y",
                ["silver.plain"] = "select 'inner_one(1)' as x -- outer_one(1)",
            },
            "create or replace macro inner_one(x) as x + getvariable('today');\ncreate macro outer_one(x) as inner_one(x);\ncreate macro other(x) as x;");

        var (dated, plain) = (catalog.Transforms[0], catalog.Transforms[1]);
        Assert.Equal(["limit", "today"], dated.Variables);
        Assert.Contains("inner_one", dated.Macros, StringComparison.Ordinal);
        Assert.DoesNotContain("other", dated.Macros, StringComparison.Ordinal);
        Assert.Empty(plain.Variables);
        Assert.Equal("", plain.Macros);
    }

    private static TransformCatalog Of(params (string Name, string Sql)[] statements) =>
        TransformCatalog.Of(statements.ToDictionary(s => s.Name, s => s.Sql, StringComparer.Ordinal));
}
