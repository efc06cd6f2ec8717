using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Sdl;
using Snapshooter.Xunit;

namespace NovaCorrente.Schema.Tests.GraphTypes;

public sealed class ProductSdlTests
{
    private readonly GoldSchema _schema = new(GoldModel.Default);

    [Fact]
    public void The_whole_schema_prints_as_agreed() => SchemaSdl.Print(_schema).MatchSnapshot();

    [Fact]
    public void The_current_snapshot_is_found_without_an_id()
    {
        var field = _schema.Query.GetField("goldSnapshot")!;

        Assert.IsNotType<NonNullGraphType>(Assert.Single(field.Arguments!).ResolvedType);
        Assert.Equal("isCurrent", GoldModel.Default.Table("GoldSnapshot").CurrentMark!.FieldName);
    }

    [Fact]
    public void The_work_of_the_service_is_asked_like_any_table()
    {
        string[] fields = ["pipelineRuns", "pipelineSteps", "pipelineChecks", "quarantineCounts", "goldSnapshots", "goldSnapshotTables", "goldTables", "goldColumns", "schedules"];

        Assert.All(fields, f => Assert.NotNull(_schema.Query.GetField(f)?.Arguments?.Find("where")));
    }
}
