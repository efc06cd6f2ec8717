using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Tests.Gold;

public sealed class DefaultModelTests
{
    private static readonly GoldModel Model = GoldModel.Default;

    public static TheoryData<string> TableNames => [.. Model.SnapshotTables.Select(t => t.Name)];

    [Fact]
    public void Every_table_of_the_gold_layer_is_declared() => Assert.Equal(
        [
            "Account", "CalendarDay", "City", "Customer", "DataQuality", "DemandDaily", "DemandForecast", "EconomicIndicatorMonthly",
            "ExchangeRateDaily", "ExpenseSummary", "Family", "FamilyMonthly", "ForecastAccuracy", "InterestRateDaily", "InventoryPosition",
            "OperationsMonthly", "Part", "PartPolicy", "PartSupplier", "PurchaseLine", "QuarantinedRow", "Site", "StockPosition", "Supplier",
            "SupplierPerformance", "WeatherDaily",
        ],
        Model.SnapshotTables.Select(t => t.Name));

    [Fact]
    public void Root_fields_and_table_names_are_unique()
    {
        var fields = Model.Tables.SelectMany(t => new[] { t.Singular, t.Plural }).ToList();
        Assert.Equal(fields.Count, fields.Distinct().Count());
        Assert.Equal(Model.Tables.Count, Model.Tables.Select(t => t.SqlName).Distinct().Count());
        Assert.All(fields, f => Assert.Matches("^[a-z][A-Za-z0-9]+$", f));
    }

    [Fact]
    public void By_key_fields_carry_the_suffix_where_singular_and_plural_are_one_word() =>
        Assert.All(Model.Tables, t => Assert.NotEqual(t.Singular, t.Plural));

    [Theory]
    [MemberData(nameof(TableNames))]
    public void Everything_is_described(string name)
    {
        var table = Model.Table(name);
        Assert.NotEmpty(table.Description);
        Assert.NotEmpty(table.Grain);
        Assert.All(table.Members, m => Assert.True(m.Description.Length >= 5, $"{name}.{m.FieldName}: '{m.Description}'"));
        Assert.All(table.Members, m => Assert.EndsWith(".", m.Description));
    }

    [Fact]
    public void Every_value_of_every_enum_is_described() =>
        Assert.All(Model.Enums.SelectMany(e => e.Values), v => Assert.EndsWith(".", v.Description));

    [Theory]
    [MemberData(nameof(TableNames))]
    public void Keys_are_never_null(string name)
    {
        var table = Model.Table(name);
        Assert.NotEmpty(table.Key);
        Assert.All(table.Key, k => Assert.False(k.Type.IsNullable || k.Type.IsList, $"{name}.{k.FieldName}"));
        Assert.All(table.Key, k => Assert.Contains(k, table.Layout));
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public void To_one_relations_match_the_key_of_their_target(string name) =>
        Assert.All(Model.Table(name).ToOne, r =>
        {
            Assert.Equal(r.Target.Key.Select(k => k.Type.DuckDbName), r.ForeignKey.Select(k => k.Type.DuckDbName));
            Assert.True(r.IsNullable || r.ForeignKey.All(k => !k.Type.IsNullable), $"{name}.{r.FieldName} may be null but is not declared so");
        });

    [Fact]
    public void Facts_can_be_reached_from_their_main_dimensions()
    {
        string[] paths =
        [
            "Part.purchaseLines", "Part.demandDaily", "Part.suppliers", "Supplier.purchaseLines", "Supplier.parts", "Family.parts",
            "Site.purchaseLines", "Site.demandDaily", "City.weather", "CalendarDay.purchaseLines",
        ];
        Assert.All(paths.Select(p => p.Split('.')), p => Assert.IsType<ToManyRelation>(Model.Table(p[0]).Find(p[1])));
    }

    [Theory]
    [InlineData("Part.policy")]
    [InlineData("Part.inventory")]
    [InlineData("Supplier.performance")]
    [InlineData("Account.expense")]
    public void One_to_one_marts_may_be_absent(string path)
    {
        var parts = path.Split('.');
        Assert.True(Assert.IsType<ToOneRelation>(Model.Table(parts[0]).Find(parts[1])).IsNullable);
    }

    [Fact]
    public void Names_of_persons_are_declared_and_are_no_keys()
    {
        var personal = Model.SnapshotTables
            .SelectMany(t => t.Columns.Where(c => c.PersonalData is not null).Select(c => (Table: t, Column: c)))
            .ToList();
        Assert.Equal(["QuarantinedRow.raw", "Site.name", "Supplier.displayName"], personal.Select(p => $"{p.Table.Name}.{p.Column.FieldName}"));
        Assert.All(personal, p => Assert.False(p.Column.IsKey));
        Assert.All(personal.Where(p => p.Column.PersonalData!.KindProperty is not null), p =>
        {
            var kind = p.Table.Columns.Single(c => c.PropertyName == p.Column.PersonalData!.KindProperty);
            var values = Model.Enums.Single(e => e.Type == kind.Type.EnumType).Values.Select(v => v.Name);
            Assert.Contains(p.Column.PersonalData!.Kind, values);
        });
    }

    [Fact]
    public void Purchase_lines_are_laid_out_by_date_then_id() =>
        Assert.Equal(["requestedOn", "lineId"], Model.Table("PurchaseLine").Layout.Select(c => c.FieldName));

    [Fact]
    public void Stored_names_of_enums_are_upper_snake()
    {
        Assert.All(Model.Enums.SelectMany(e => e.Values), v => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", v.Name));
        Assert.Contains("FEWER_THAN_TWELVE_MONTHS", Model.Enums.Single(e => e.Type.Name == "MissingReason").Values.Select(v => v.Name));
    }
}
