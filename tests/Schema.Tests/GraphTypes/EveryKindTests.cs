using GraphQL.Types;
using GraphQLParser;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Sdl;
using Snapshooter.Xunit;

namespace NovaCorrente.Schema.Tests.GraphTypes;

public sealed class EveryKindTests
{
    private readonly NovaCorrente.Schema.GraphTypes.GoldSchema _schema = EveryKind.Schema();

    [Fact]
    public void Every_kind_of_column_and_relation_prints_with_its_description()
    {
        SchemaSdl.Print(_schema).MatchSnapshot();
    }

    [Fact]
    public void What_is_printed_can_be_parsed_and_built_again()
    {
        var printed = SchemaSdl.Print(_schema);

        var rebuilt = GraphQL.Types.Schema.For(printed);
        foreach (var scalar in new[] { GoldScalar.Date, GoldScalar.DateTime, GoldScalar.Decimal, GoldScalar.Long })
        {
            rebuilt.RegisterType(EveryKind.Schema().Types.Scalar(scalar));
        }

        Assert.NotEmpty(Parser.Parse(printed).Definitions);
        Assert.Equal(printed, SchemaSdl.Print(rebuilt));
    }

    [Fact]
    public void Only_the_types_asked_for_are_printed()
    {
        var printed = SchemaSdl.Print(_schema, ["SortEnumType", "ThingsEdge"]);

        Assert.StartsWith("\"One row of a page, with its cursor.\"\ntype ThingsEdge {", printed, StringComparison.Ordinal);
        Assert.Contains("\nenum SortEnumType {", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("type Query", printed, StringComparison.Ordinal);
        Assert.Equal("Nope", Assert.Throws<KeyNotFoundException>(() => SchemaSdl.Print(_schema, ["Nope"])).Message);
    }

    [Theory]
    [InlineData("Box", "things", "ThingsConnection", "the list of the same name has the same rows")]
    [InlineData("Box", "expected", "ExpectedConnection", "no other field of this name")]
    [InlineData("Box", "parts", "BoxPartsConnection", "another field of this name has other rows")]
    [InlineData("Crate", "parts", "CratePartsConnection", "another field of this name has other rows")]
    public void A_connection_is_named_after_its_field(string type, string field, string connection, string because)
    {
        var definition = Field(type, field);

        Assert.True(connection == definition.ResolvedType!.Name, because);
    }

    private static readonly string[] Figures = ["Aggregate", "AggregateKey", "Totals", "Measure", "OverTime", "Comparison"];

    [Fact]
    public void Every_field_made_from_the_model_says_what_it_stands_for()
    {
        _schema.Initialize();
        var fields = _schema.AllTypes.OfType<IObjectGraphType>()
            .Where(t => t.Name != "PageInfo" && !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => t.Fields.Select(f => (Owner: t.Name, Field: f, Gold: f.GetGoldField())))
            .ToList();

        // Rows of aggregates are made of figures, which the compiler knows by name.
        var figures = fields.Where(f => !f.Owner.Contains("Connection", StringComparison.Ordinal) && !f.Owner.Contains("Edge", StringComparison.Ordinal))
            .Where(f => Figures.Any(suffix => f.Owner.EndsWith(suffix, StringComparison.Ordinal)));
        Assert.All(fields.Except(figures), f => Assert.True(f.Gold is not null, $"{f.Owner}.{f.Field.Name}"));
        Assert.Equal(GoldFieldKind.List, Field("Query", "things").GetGoldField()!.Kind);
        Assert.Equal(GoldFieldKind.ByKey, Field("Query", "box").GetGoldField()!.Kind);
        Assert.Equal("Thing", Field("ThingsConnection", "nodes").GetGoldField()!.Table.Name);
        var toMany = Field("Box", "expected").GetGoldField()!;
        Assert.Equal(("Box", "Thing"), (toMany.Table.Name, ((ToManyRelation)toMany.Member!).Target.Name));
        Assert.IsType<GoldColumn>(Field("Thing", "value").GetGoldField()!.Member);
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        _schema.Initialize();
        var undescribed = _schema.AllTypes
            .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => Parts(t).Select(p => (p.Name, p.Description)))
            .Where(p => string.IsNullOrWhiteSpace(p.Description))
            .Select(p => p.Name);

        Assert.Empty(undescribed);

        static IEnumerable<(string Name, string? Description)> Parts(IGraphType type)
        {
            yield return (type.Name, type.Description ?? (type is ScalarGraphType ? "built in" : null));
            foreach (var field in (type as IComplexGraphType)?.Fields ?? Enumerable.Empty<FieldType>())
            {
                yield return ($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? Enumerable.Empty<QueryArgument>())
                {
                    yield return ($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
                }
            }

            foreach (var value in (type as EnumerationGraphType)?.Values ?? Enumerable.Empty<EnumValueDefinition>())
            {
                yield return ($"{type.Name}.{value.Name}", value.Description);
            }
        }
    }

    private FieldType Field(string type, string field) => ((IComplexGraphType)_schema.AllTypes[type]!).GetField(field)!;
}
