using NovaCorrente.Schema.GraphTypes.Sdl;
using Snapshooter.Xunit;

namespace NovaCorrente.Schema.Tests.GraphTypes;

public sealed class ContractSdlTests
{
    [Fact]
    public void The_example_of_the_contract_prints_as_the_contract_shows_it()
    {
        SchemaSdl.Print(ContractExample.Schema(), descriptions: false).MatchSnapshot();
    }
}
