using System.Globalization;
using System.Text;

namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>Invents suppliers: companies under several spellings, and individuals whose tax numbers stick to their names.</summary>
internal sealed class SupplierMaker(SampleRandom random)
{
    private static readonly string[] Trades =
    [
        "ELÉTRICA", "FERRAGENS", "COMERCIAL", "DISTRIBUIDORA", "TRANSPORTES", "INDÚSTRIA", "CASA DO CABO", "PARAFUSOS", "TINTAS", "LOGÍSTICA",
        "CONSTRUÇÕES", "LOCADORA", "TECNOLOGIA", "METALÚRGICA", "SOLUÇÕES",
    ];

    private static readonly string[] Names =
    [
        "SERRA AZULINA", "VALE DAS EMAS", "PEDRA DO VENTO", "LAGOA CLARINHA", "MANDACARU ALTO", "TRÊS CAJUEIROS", "ROTA DO SISAL", "BOA ESTIAGEM",
        "FAROL DA GAMELEIRA", "CAMPO DE IPÊS", "RIO DAS ONÇAS MANSAS", "JUREMA BRANCA", "PONTA DO UMBU", "CHAPADA ROXA", "SOL DE AROEIRA",
        "ÁGUA DE QUIXABA", "VEREDA NOVA DO SUL", "PALMEIRA TORTA", "LUAR DA CAATINGA", "MIRANTE DO TUCANO", "DUNAS DE BAIXO", "CRUZ DE AROEIRA",
        "ESTRELA DO AGRESTE VELHO", "PORTO GAMELEIRO", "MORRO DO CARCARÁ", "TAMBORIL", "VENTO LESTE", "CORRENTEZA MANSA", "ALTO DO JATOBÁ", "ILHA DO BIGUÁ",
    ];

    private static readonly string[] Towns =
    [
        "", "", "", "UMBUZEIRAL", "GAMELEIRÓPOLIS", "CARNAUBÁPOLIS", "SISALÂNDIA DO NORTE", "TATUÍ DO SERTÃO", "QUIXABÁPOLIS", "JATOBÁ DE CIMA", "EMAS DO SUL",
    ];

    private static readonly string[] Suffixes = ["LTDA", "ME", "EPP", "EIRELI"];
    private static readonly string[] FirstNames = ["ADALVINO", "BENEDITA", "CLODOMIRA", "DORIVALDO", "ELZIRA", "FIRMINO", "GENOVEVA", "HERCULINA", "JURANDIRA", "LAUDELINO"];
    private static readonly string[] LastNames = ["DAS GAMELEIRAS", "DO UMBUZEIRO", "CARNAUBAL", "JATOBAZINHO", "MANDACARU", "QUIXABEIRA", "AROEIRENSE", "TAMBORILENSE"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public SampleSupplier Make(int index)
    {
        // One in nine is an individual until their names run out.
        var isIndividual = index % 9 == 4 && index < 9 * FirstNames.Length * LastNames.Length / 2;
        var name = isIndividual ? Unique(PersonName) : Unique(CompanyName);
        var cycle = 1 + (random.NextDouble() * random.NextDouble() * 34);
        return new SampleSupplier(index, isIndividual ? PersonSpellings(name) : CompanySpellings(name), isIndividual, cycle);
    }

    private string CompanyName()
    {
        var town = random.Pick(Towns);
        var name = $"{random.Pick(Trades)} {random.Pick(Names)}";
        return town.Length == 0 ? name : $"{name} {town}";
    }

    private string PersonName() => $"{random.Pick(FirstNames)} {random.Pick(FirstNames)} {random.Pick(LastNames)}";

    private string Unique(Func<string> make)
    {
        for (var tries = 0; ; tries++)
        {
            // Past a thousand suppliers the plain combinations run out; a branch number keeps the names apart.
            var name = tries < 50 ? make() : string.Create(CultureInfo.InvariantCulture, $"{make()} FILIAL {_taken.Count}");
            if (_taken.Add(WithoutAccents(name)))
            {
                return name;
            }
        }
    }

    private List<string> CompanySpellings(string name)
    {
        var suffix = random.Pick(Suffixes);
        List<string> all = [$"{name} {suffix}", $"{WithoutAccents(name)} {suffix}", name, name.Replace(" ", "  ", StringComparison.Ordinal)];
        return all[..random.Next(1, all.Count)];
    }

    private List<string> PersonSpellings(string name) =>
        random.Chance(0.5) ? [$"{CompanyRoot()} {name}"] : [$"{name} {BrokenTaxNumber()}"];

    private string CompanyRoot() => string.Create(CultureInfo.InvariantCulture, $"99.{random.Next(1000):000}.{random.Next(1000):000}");

    /// <summary>Eleven digits whose check digits are wrong, so that the number belongs to nobody.</summary>
    private string BrokenTaxNumber()
    {
        var digits = new int[11];
        for (var i = 0; i < 9; i++)
        {
            digits[i] = random.Next(10);
        }

        digits[9] = (CheckDigit(digits.AsSpan(0, 9)) + 1) % 10;
        digits[10] = random.Next(10);
        return string.Concat(digits);
    }

    private static int CheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += digits[i] * (digits.Length + 1 - i);
        }

        return sum * 10 % 11 % 10;
    }

    private static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }
}
