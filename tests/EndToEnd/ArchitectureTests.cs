using System.Reflection;
using NetArchTest.Rules;

namespace NovaCorrente.EndToEnd;

/// <summary>Schema ← Pipeline ← Resolvers ← Host, never back.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Rooms = ["Schema", "Pipeline", "Resolvers", "Host"];

    [Theory]
    [InlineData("Schema")]
    [InlineData("Pipeline")]
    [InlineData("Resolvers")]
    public void A_room_knows_only_those_before_it(string room)
    {
        var later = Rooms[(Array.IndexOf(Rooms, room) + 1)..].Select(name => $"NovaCorrente.{name}").ToArray();

        var result = Types.InAssembly(Assembly.Load($"NovaCorrente.{room}")).ShouldNot().HaveDependencyOnAny(later).GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Only_the_native_layer_of_the_resolvers_calls_DuckDB_directly()
    {
        var result = Types.InAssembly(Assembly.Load("NovaCorrente.Resolvers"))
            .That().ResideInNamespaceMatching(@"NovaCorrente\.Resolvers\.(Compilation|Plans|Sql)")
            .ShouldNot().HaveDependencyOnAny("DuckDB.NET")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
