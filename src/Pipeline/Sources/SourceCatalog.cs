namespace NovaCorrente.Pipeline.Sources;

/// <summary>All sources, the bronze tables they fill, the headers they must have and how fresh they must be: the one place that says so.</summary>
public static class SourceCatalog
{
    private static readonly BronzeTable PurchaseSheet = new("purchase_sheet",
    [
        new("deposito", "DEPÓSITO"),
        new("produto_servico", "PRODUTO/SERVIÇO"),
        new("material", "MATERIAL"),
        new("familia", "FAMÍLIA"),
        new("nome_fornec", "NOME FORNEC."),
        new("quantidade", "QUANTIDADE"),
        new("um", "U.M."),
        new("data_requisitada", "DATA REQUISITADA"),
        new("solicitacao", "SOLICITAÇÃO"),
        new("data_solicitado", "DATA SOLICITADO"),
        new("data_de_compra", "DATA DE COMPRA"),
    ])
    { Sheet = "CUSTO DE MATERIAL E SERVIÇOS", NewestFileOnly = true };

    private static readonly BronzeTable ExpenseSheet = new("expense_sheet",
        [new("account", "DESCRIÇÃO CTA.FINANC."), new("amount", "Soma de VLR.LÍQUIDO")])
    { Sheet = "RESUMO GERAL", NewestFileOnly = true };

    // Three independent lists stand side by side on one sheet: each is a table of its own.
    private static readonly BronzeTable SiteList = new("site_list", [new("site_name", "SITE"), new("site_id", "ID SITE")])
    { Sheet = "DADOS", NewestFileOnly = true };

    private static readonly BronzeTable CustomerList = new("customer_list", [new("customer_name", "CLIENTE"), new("customer_code", "ID CLIENTE")])
    { Sheet = "DADOS", NewestFileOnly = true };

    private static readonly BronzeTable StatusList = new("status_list", [new("status", "STATUS DE ALTERAÇÃO")])
    { Sheet = "DADOS", NewestFileOnly = true };

    private static readonly BronzeTable SupplierAlias = new("supplier_alias", [new("alias", "alias"), new("supplier_key", "supplier_key")]);

    private static readonly BronzeTable Ptax = new("ptax",
    [
        new("currency", "") { FromFileName = name => name["ptax-".Length..].ToUpperInvariant() },
        new("quoted_at", "dataHoraCotacao"),
        new("bulletin", "tipoBoletim"),
        new("buy", "cotacaoCompra"),
        new("sell", "cotacaoVenda"),
        new("parity_buy", "paridadeCompra", IsRequired: false),
        new("parity_sell", "paridadeVenda", IsRequired: false),
    ]);

    private static readonly BronzeTable Selic = new("selic", [new("date", "data"), new("value", "valor")]);

    private static readonly BronzeTable Sidra = new("sidra",
    [
        new("indicator", "") { FromFileName = name => name.ToUpperInvariant() },
        new("value", "V"),
        new("unit", "MN"),
        .. Enumerable.Range(1, 6).SelectMany(d => new BronzeColumn[] { new($"d{d}c", $"D{d}C", d <= 3), new($"d{d}n", $"D{d}N", d <= 3) }),
    ]);

    private static readonly BronzeTable OpenMeteo = new("open_meteo",
    [
        new("city_id", "") { FromFileName = name => name.ToLowerInvariant() },
        new("latitude", "latitude", IsRequired: false),
        new("longitude", "longitude", IsRequired: false),
        new("elevation", "elevation", IsRequired: false),
        new("time", "time"),
        new("temperature_2m", "temperature_2m"),
        new("relative_humidity_2m", "relative_humidity_2m"),
        new("precipitation", "precipitation"),
        new("wind_speed_10m", "wind_speed_10m"),
    ]);

    private static readonly BronzeTable Stock = new("stock",
        [new("date", "date"), new("part", "part"), new("site", "site"), new("on_hand", "on_hand"), new("on_order", "on_order", IsRequired: false)]);

    private static readonly BronzeTable Forecast = new("forecast",
    [
        new("series_id", "series_id", IsRequired: false),
        new("part_code", "part_code"),
        new("site_code", "site_code", IsRequired: false),
        new("family", "family", IsRequired: false),
        new("ds", "ds"),
        new("yhat", "yhat"),
        new("yhat_lower", "yhat_lower", IsRequired: false),
        new("yhat_upper", "yhat_upper", IsRequired: false),
        new("model_name", "model_name", IsRequired: false),
        new("model_version", "model_version"),
        new("generated_at", "generated_at"),
        new("dataset_id", "dataset_id"),
        new("source", "source"),
        new("provenance", "provenance", IsRequired: false),
    ]);

    /// <summary>All sources, in the order in which they land.</summary>
    public static IReadOnlyList<SourceDefinition> All { get; } =
    [
        new("supplies", "supplies", ["*.xlsx", "*.csv"], [PurchaseSheet, ExpenseSheet, SiteList, CustomerList, StatusList], TimeSpan.FromDays(35)),
        new("supplier_aliases", "supplies", [SupplierAliasFile], [SupplierAlias], TimeSpan.FromDays(3650)),
        new("ptax", "bcb", ["ptax-*.json"], [Ptax], TimeSpan.FromDays(4)),
        new("selic", "bcb", ["selic*.json"], [Selic], TimeSpan.FromDays(4)),
        new("sidra", "ibge", ["*.json"], [Sidra], TimeSpan.FromDays(45)),
        new("open_meteo", "openmeteo", ["*.json"], [OpenMeteo], TimeSpan.FromDays(7)),
        new("stock", "stock", ["*.csv"], [Stock], TimeSpan.FromDays(2)),
        new("forecasts", "forecasts", ["*.parquet", "*.csv"], [Forecast], TimeSpan.FromDays(35)),
    ];

    /// <summary>All bronze tables, ordered as their sources.</summary>
    public static IEnumerable<BronzeTable> Tables => All.SelectMany(source => source.Tables);

    internal const string SupplierAliasFile = "supplier-aliases.csv";
}
