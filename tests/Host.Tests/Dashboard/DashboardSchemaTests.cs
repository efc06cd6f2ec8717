using System.Runtime.CompilerServices;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Schema.GraphTypes.Sdl;

namespace NovaCorrente.Host.Tests.Dashboard;

public sealed class DashboardSchemaTests
{
    [Fact]
    public async Task The_pages_are_written_against_the_schema_that_is_served()
    {
        await using var host = NovaHost.Build([]);
        var served = SchemaSdl.Print(host.Services.GetRequiredService<ISchema>()).TrimEnd();
        var known = (await File.ReadAllTextAsync(SchemaFile())).TrimEnd();

        Assert.True(served == known, "frontend/schema.graphql is not what the service serves. Write it anew: ./nova schema --out frontend/schema.graphql");
    }

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "frontend", "schema.graphql"));
}
