using System.Text.Json;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

public sealed class LandingTests
{
    private const string Good = """{"data": [{"data": "01/01/2025", "valor": "12.25"}]}""";
    private const string Newer = """{"data": [{"data": "02/01/2025", "valor": "12.50"}]}""";

    private static TestWorkbook Purchases(string part) =>
        new TestWorkbook().Purchases(["SITE", part, "BOLT", "METAL", "ACME", 1, "UN", "N/A", "1", new Serial(45628), null]);

    [Fact]
    public async Task A_file_is_kept_byte_for_byte_by_hash_beside_its_origin()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        var input = Assert.Single((await lab.LandAsync("selic")).Inputs);
        await using var bytes = await lab.Lake.OpenReadAsync(LakeLayer.Bronze, $"objects/{input.Sha256}", default);
        using var reader = new StreamReader(bytes!);
        Assert.Equal(Good, await reader.ReadToEndAsync());
        await using var description = await lab.Lake.OpenReadAsync(LakeLayer.Bronze, $"objects/{input.Sha256}.json", default);
        using var json = await JsonDocument.ParseAsync(description!);
        Assert.Equal("landing:bcb/selic.json", json.RootElement.GetProperty("origin").GetString());
        Assert.Equal(Good.Length, json.RootElement.GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task The_same_bytes_are_one_object_and_one_hash_whenever_they_land()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        var first = await lab.LandAsync("selic");
        lab.Drop("bcb/selic.json", Good);
        var second = await lab.LandAsync("selic");
        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.NotEqual(first.FreshAsOf, second.FreshAsOf);
        Assert.Equal(2, await lab.Lake.ListAsync(LakeLayer.Bronze, "objects/", default).CountAsync());
        lab.Drop("bcb/selic.json", Newer);
        Assert.NotEqual(first.ContentHash, (await lab.LandAsync("selic")).ContentHash);
    }

    [Fact]
    public async Task A_changed_source_changes_only_the_hash_of_its_tables()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good).Drop("supplies/a.xlsx", Purchases("000001"));
        var before = Hashes(await lab.LoadAsync());
        lab.Drop("supplies/a.xlsx", Purchases("000002"));
        Assert.Equal(["purchase_sheet"], Hashes(await lab.LoadAsync()).Except(before).Select(table => table.Key));

        static List<KeyValuePair<string, string>> Hashes(IEnumerable<BronzeSource> sources) => [.. sources.SelectMany(source => source.TableHashes)];
    }

    [Fact]
    public async Task Of_two_workbooks_the_newest_counts_as_a_whole()
    {
        using var lab = new SourceLab().Drop("supplies/b-older.xlsx", Purchases("000001")).Drop("supplies/a-newer.xlsx", Purchases("000002"));
        await lab.LoadAsync();
        Assert.Equal("supplies/a-newer.xlsx|000002", lab.Row("SELECT source_file, produto_servico FROM bronze.purchase_sheet"));
        Assert.Equal(4, await lab.Lake.ListAsync(LakeLayer.Bronze, "objects/", default).CountAsync());
    }

    [Fact]
    public async Task Files_of_a_source_with_keys_are_all_read_and_ranked_by_age()
    {
        using var lab = new SourceLab().Drop("bcb/selic-2.json", Good).Drop("bcb/selic-1.json", Newer);
        await lab.LoadAsync();
        Assert.Equal(["1|01/01/2025", "2|02/01/2025"], lab.Rows("SELECT source_rank, date FROM bronze.selic ORDER BY 1"));
    }

    [Fact]
    public async Task A_bad_file_keeps_the_last_good_data()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        var good = await lab.LandAsync("selic");
        lab.Drop("bcb/selic.json", Newer[..30]);
        var kept = await lab.LandAsync("selic");
        Assert.Equal(SourceState.KeptLastGood, kept.State);
        Assert.Equal(good.Inputs, kept.Inputs);
        Assert.Equal(good.TableHashes, kept.TableHashes);
        Assert.StartsWith("bcb/selic.json: It is not readable, or it is cut off:", kept.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("/bronze/", kept.Problem, StringComparison.Ordinal);
        lab.Drop("bcb/selic.json", Newer);
        Assert.Equal(SourceState.Landed, (await lab.LandAsync("selic")).State);
    }

    [Fact]
    public async Task Last_good_data_comes_back_from_the_lake_when_the_work_folder_is_gone()
    {
        using var lab = new SourceLab().Drop("supplies/a.xlsx", Purchases("000001")).Drop("bcb/selic.json", Good);
        await lab.LoadAsync();
        Directory.Delete(lab.Work, recursive: true);
        lab.Drop("supplies/a.xlsx", "no workbook").Drop("bcb/selic.json", "[");
        var sources = await lab.LoadAsync();
        Assert.Equal(["supplies", "selic"], sources.Where(source => source.State == SourceState.KeptLastGood).Select(source => source.Definition.Name));
        Assert.Equal("000001|12.25", lab.Row("SELECT produto_servico, value FROM bronze.purchase_sheet, bronze.selic"));
    }

    [Fact]
    public async Task One_bad_file_of_many_costs_only_its_own_news()
    {
        const string rates = """{"value": [{"cotacaoCompra": 5, "cotacaoVenda": 6, "dataHoraCotacao": "2025-01-02 13:00:00", "tipoBoletim": "Fechamento"}]}""";
        using var lab = new SourceLab().Drop("bcb/ptax-usd.json", rates).Drop("bcb/ptax-eur.json", rates);
        await lab.LoadAsync();
        lab.Drop("bcb/ptax-usd.json", rates.Replace("5", "7", StringComparison.Ordinal)).Drop("bcb/ptax-eur.json", "{}");
        var ptax = (await lab.LoadAsync()).Single(source => source.Definition.Name == "ptax");
        Assert.Equal(SourceState.KeptLastGood, ptax.State);
        Assert.Equal(["EUR|5", "USD|7"], lab.Rows("SELECT currency, buy FROM bronze.ptax ORDER BY 1"));
    }

    [Fact]
    public async Task What_is_no_longer_in_the_folder_fills_no_table()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        await lab.LoadAsync();
        File.Delete(lab.File("bcb/selic.json"));
        var sources = await lab.LoadAsync();
        Assert.All(sources, source => Assert.Equal(SourceState.Absent, source.State));
        Assert.Equal("0", lab.Row("SELECT count(*) FROM bronze.selic"));
    }

    [Fact]
    public async Task A_landing_folder_that_is_gone_keeps_all_last_good_data()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        await lab.LoadAsync();
        Directory.Move(lab.Landing, lab.Landing + "-unmounted");
        var selic = await lab.LandAsync("selic");
        Assert.Equal(SourceState.KeptLastGood, selic.State);
        Assert.Contains("does not exist", selic.Problem, StringComparison.Ordinal);
        Assert.Single(selic.Inputs);
    }

    [Fact]
    public async Task Without_files_every_table_is_there_and_empty()
    {
        using var lab = new SourceLab();
        await lab.LoadAsync();
        var tables = lab.Rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'bronze' ORDER BY 1");
        Assert.Equal(SourceCatalog.Tables.Select(table => table.Name).Concat(["rejection", "unreadable_line"]).Order(StringComparer.Ordinal), tables);
        Assert.All(tables, table => Assert.Equal("0", lab.Row($"SELECT count(*) FROM bronze.{table}")));
    }

    [Fact]
    public async Task A_file_older_than_its_rule_is_stale()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", Good);
        Assert.False((await lab.LandAsync("selic")).IsStale);
        lab.Now += SourceLab.Source("selic").MaxAge + TimeSpan.FromSeconds(1);
        Assert.True((await lab.LandAsync("selic")).IsStale);
    }

    [Fact]
    public async Task Lock_files_hidden_files_and_aliases_are_no_purchases()
    {
        using var lab = new SourceLab().Drop("supplies/~$a.xlsx", "x").Drop("supplies/.a.xlsx", "x").Drop("supplies/supplier-aliases.csv", "alias;supplier_key\nA;B\n");
        Assert.Equal(SourceState.Absent, (await lab.LandAsync("supplies")).State);
        Assert.Equal(SourceState.Landed, (await lab.LandAsync("supplier_aliases")).State);
    }
}
