namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>The customer list: invented tower operators and power companies, one line of service each, some with a trailing blank.</summary>
internal static class CustomerList
{
    public static readonly IReadOnlyList<string> Names =
    [
        .. from tower in new[] { "TORRES DO UMBU", "ALTO SINAL", "VERTICE SUL", "MIRANTE TOWER", "CAATINGA TORRES", "GAVIAO INFRA" }
           from line in new[] { "PREVENTIVA", "CORRETIVA", "OBRAS CIVIS" }
           select $"{tower} {line}",
        .. new[] { "BA", "PE", "SE", "RN", "SP" }.Select(state => $"ENERCLARA {state}"),
        "ENERCLARA SHELTER BA", "ENERCLARA SHELTER SP", "FONIA LESTE", "OPERADORA CARCARA ", "NÃO INFORMADO", "ALMOXARIFADO - AL ", "GERENCIA", "REDE TUCANO",
    ];
}
