using BenchmarkDotNet.Running;
using NovaCorrente.Bench;

// Ratios are taken in one run, from measurements that alternate, because machines differ and are shared.
switch (args)
{
    case ["http", .. var rest]:
        await HttpComparison.RunAsync(Arguments.Of(rest));
        break;
    case ["pipeline", .. var rest]:
        await PipelineComparison.RunAsync(Arguments.Of(rest));
        break;
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks)]).Run(rest);
        break;
    default:
        Console.WriteLine("bench http --lake DIR [--lines 3000000]   ratios of the served queries to bare DuckDB");
        Console.WriteLine("bench pipeline [--lines 1000000]          ratio of a run to its bare SQL, and peak memory");
        Console.WriteLine("bench micro [BenchmarkDotNet arguments]   compile, execute and JSON stages");
        break;
}
