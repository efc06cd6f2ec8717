namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>The account summary and its control total.</summary>
internal sealed class AccountSummary
{
    // U+0096 is what a dash of Windows' code page 1252 becomes when its byte is taken for a Unicode character.
    private static readonly string[] Names =
    [
        "Água e Energia", "Aluguel - Equipamentos", "Aluguel - Veículos", "Andaimes e Escoras", "Aterramento", "Brindes", "Cabos e Conectores",
        "Café e Copa", "Combustível", "Conservação do galpão \u0096 ADM", "Consultoria Técnica", "Correios", "Cursos e Treinamentos", "Diárias de Campo",
        "EPI", "Energia Solar", "Exames Ocupacionais", "Ferragens", "Ferramentas", "Fretes", "Gráfica", "Higiene e Limpeza", "Hospedagem", "Impostos e Taxas",
        "Informática", "Internet e Telefonia", "Licenças de Software", "Locação de Munck", "Manutenção de Veículos", "Material Civil", "Material Elétrico",
        "Multas", "Passagens", "Pedágio", "Pinturas", "Refeições", "Seguros", "Serviços de Terceiros", "Sinalização", "Uniformes (ADM)", "Vigilância",
    ];

    public AccountSummary(ulong seed)
    {
        var random = SampleRandom.For(seed, "accounts");
        Lines = [.. Names.Select(name => (name, 250m + Math.Round((decimal)(300_000 * Math.Pow(random.NextDouble(), 3)), 2)))];
        Total = Lines.Sum(line => line.Amount);
    }

    /// <summary>Accounts with their amounts in BRL.</summary>
    public IReadOnlyList<(string Name, decimal Amount)> Lines { get; }

    /// <summary>Sum of all accounts in BRL.</summary>
    public decimal Total { get; }
}
