using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class DimensionTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("BAABC001-3", "TOWER", "BA")]
    [InlineData("MGXYZ002 - 4", "TOWER", "MG")]
    [InlineData("TCPEABC0001", "TOWER", "PE")]
    [InlineData("BAABCD01", "TOWER", "BA")]
    [InlineData("PEP-ABC-044", "TOWER", "PE")]
    [InlineData("SP4-ABC-004", "TOWER", "SP")]
    [InlineData("BR12345-A", "TOWER", "-")]
    [InlineData("ABC0001", "TOWER", "-")]
    [InlineData("31060000", "TOWER", "-")]
    [InlineData("ABC", "SUBSTATION", "-")]
    [InlineData("AB1", "TOWER", "-")]
    [InlineData("ABC04", "SUBSTATION", "-")]
    [InlineData("REP ABC", "SUBSTATION", "-")]
    [InlineData("REPABC", "SUBSTATION", "-")]
    [InlineData("SE_BRANCA", "SUBSTATION", "-")]
    [InlineData("ALMOX-BA", "WAREHOUSE", "BA")]
    [InlineData("ESCRITÓRIO", "OFFICE", "-")]
    [InlineData("GERRN", "REGIONAL", "RN")]
    [InlineData("UNKNOWN", "UNKNOWN", "-")]
    public void Kind_and_state_of_a_site_are_read_from_its_code(string code, string kind, string state)
    {
        _lab.Line("2025-01-01", site: code);
        _lab.Build("site");
        Assert.Contains($"{code} {code} {kind} {state}", _lab.Rows("SELECT site_code, name, kind, state FROM gold.site"));
    }

    [Theory]
    [InlineData("JOAO DA SI")]
    [InlineData("XYZ TELECOM")]
    [InlineData("CONTRATADA2")]
    [InlineData("EQUIPE-07")]
    public void A_person_or_contractor_has_a_code_that_does_not_tell_the_name(string name)
    {
        _lab.Line("2025-01-01", site: name, realigned: name);
        _lab.Run($"INSERT INTO silver.stock BY NAME SELECT DATE '2025-01-02' AS date, 'P1' AS part_code, '{name}' AS site_code, 1 AS on_hand");
        _lab.Build("demand_daily", "stock_position");
        var site = Assert.Single(_lab.Rows("SELECT site_code, name, kind FROM gold.site"));
        var code = site[..15];
        Assert.Matches("^PC-[0-9A-F]{12}$", code);
        Assert.Equal($"{code} {name} PERSON_OR_CONTRACTOR", site);
        Assert.Equal([$"{code} {code}"], _lab.Rows("SELECT site_code, site_code_realigned FROM gold.purchase_line"));
        Assert.Equal([code, code], _lab.Rows("SELECT site_code FROM gold.demand_daily UNION ALL SELECT site_code FROM gold.stock_position"));
    }

    [Fact]
    public void Sites_join_registry_and_lines()
    {
        _lab.Run("INSERT INTO silver.site BY NAME SELECT 'BAABC001' AS site_code, ['9', '12', 'x'] AS site_ids, 2 AS registry_rows");
        _lab.Run("INSERT INTO silver.site BY NAME SELECT 'BAABC002' AS site_code, ['3'] AS site_ids, 1 AS registry_rows");
        _lab.Line("2025-01-01", site: "BAABC001", realigned: "BAABC003", trust: "LOW_TRUST");
        _lab.Line("2025-01-01", site: "BAABC004");
        _lab.Build("site");
        Assert.Equal(
            [
                "BAABC001 True 9 True LOW_TRUST",
                "BAABC002 True 3 False NO_PURCHASES",
                "BAABC003 False - True LOW_TRUST",
                "BAABC004 False - True AS_DELIVERED",
                "UNKNOWN False - False NO_PURCHASES",
            ],
            _lab.Rows("SELECT site_code, is_in_registry, registry_id, has_purchases, trust FROM gold.site ORDER BY site_code"));
    }

    [Fact]
    public void The_key_of_a_natural_person_does_not_tell_the_name()
    {
        _lab.Line("2025-01-01", supplier: "MARIA EXEMPLO", kind: "INDIVIDUAL");
        _lab.Line("2025-01-01", supplier: "ACME");
        _lab.Build("purchase_line", "supplier");
        var keys = _lab.Rows("SELECT supplier_key FROM gold.purchase_line ORDER BY line_id");
        Assert.Matches("^PF-[0-9A-F]{12}$", keys[0]);
        Assert.Equal(
            ["ACME Name of ACME COMPANY 1", $"{keys[0]} Name of MARIA EXEMPLO INDIVIDUAL 1"],
            _lab.Rows("SELECT * FROM gold.supplier ORDER BY supplier_key"));
    }

    [Fact]
    public void Another_salt_gives_another_key_for_the_same_person()
    {
        var keys = new[] { "nova", "it's ours" }.Select(salt =>
        {
            using var lab = new GoldLab(new TransformSettings { PersonKeySalt = salt });
            lab.Line("2025-01-01", supplier: "MARIA EXEMPLO", kind: "INDIVIDUAL");
            return Assert.Single(lab.Build("supplier").Rows("SELECT supplier_key FROM gold.supplier"));
        }).ToList();
        Assert.All(keys, k => Assert.Matches("^PF-[0-9A-F]{12}$", k));
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Fact]
    public void A_part_takes_name_and_family_from_its_newest_line_and_its_commonest_unit()
    {
        _lab.Line("2025-02-01", family: "OLD FAMILY", unit: "CX");
        _lab.Line("2025-03-05", family: "NEW FAMILY", unit: "UN");
        _lab.Line("2025-01-07", family: "OLD FAMILY", unit: "CX");
        _lab.Line("2025-01-07", family: "OLD FAMILY", unit: "UN");
        _lab.Line("2025-01-07", "S1", unit: "SR");
        _lab.Build("part");
        Assert.Equal(
            ["P1 NAME 2 NEW FAMILY CX True False 2025-01-07 2025-03-05", "S1 NAME 5 F1 SR False True 2025-01-07 2025-01-07"],
            _lab.Rows("SELECT * FROM gold.part ORDER BY part_code"));
    }

    [Fact]
    public void A_family_is_a_service_when_all_its_lines_are()
    {
        _lab.Line("2025-01-01", family: "MIXED", unit: "SR");
        _lab.Line("2025-01-01", family: "MIXED");
        _lab.Line("2025-01-01", family: "WORK", unit: "SR");
        _lab.Build("family");
        Assert.Equal(["MIXED False", "WORK True"], _lab.Rows("SELECT * FROM gold.family ORDER BY name"));
    }

    [Theory]
    [InlineData("OPER PREVENTIVA", "OPER|PREVENTIVE|-")]
    [InlineData("OPER OBRAS CIVIS", "OPER|CIVIL_WORKS|-")]
    [InlineData("GRID PE", "GRID|-|PE")]
    [InlineData("GRID SHELTER SP", "GRID|SHELTER|SP")]
    [InlineData("ALMOXARIFADO - BA", "-|-|BA")]
    [InlineData("NÃO INFORMADO", "-|-|-")]
    [InlineData("OPER", "OPER|-|-")]
    public void A_customer_name_tells_operator_work_and_state(string name, string expected)
    {
        _lab.Run($"INSERT INTO silver.customer BY NAME SELECT 'NC01' AS customer_code, '{name}' AS customer_name");
        _lab.Build("customer");
        Assert.Equal([expected], _lab.Rows("SELECT concat_ws('|', coalesce(operator, '-'), coalesce(service_line, '-'), coalesce(state, '-')) FROM gold.customer"));
    }
}
