namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>The families, with the words that their parts' names are made of.</summary>
internal static class FamilyCatalogue
{
    private const string Gauges = "2,5MM|4MM|6MM|10MM|16MM|25MM|35MM|50MM|70MM|95MM|120MM";
    private const string Inches = "1/4\"|5/16\"|3/8\"|1/2\"|5/8\"|3/4\"|1\"|1.1/4\"|1.1/2\"|2\"";
    private const string Lengths = "0,5M|1M|1,5M|2M|3M|4M|6M|9M|12M";
    private const string Amperes = "6A|10A|16A|20A|25A|32A|40A|63A|100A|125A";
    private const string Shirts = "TAM P|TAM M|TAM G|TAM GG|TAM XG";
    private const string Shoes = "N 37|N 38|N 39|N 40|N 41|N 42|N 43|N 44";
    private const string Cans = "900ML|3,6L|18L";
    private const string Marks = "MOD A|MOD B|MOD C|MOD D|MOD E|MOD F";

    public static readonly IReadOnlyList<SampleFamily> Materials =
    [
        new("CABOS E CONDUTORES", 14, 6,
        [
            new("CABO DE COBRE", "MT", "NU|ISOLADO PRETO|ISOLADO VERDE|HEPR 1KV", Gauges),
            new("CABO FLEXÍVEL", "MT", "PRETO|AZUL CLARO|VERMELHO|VERDE|BRANCO", Gauges),
            new("CABO PP", "MT", "2 VIAS|3 VIAS|4 VIAS", "1,5MM|2,5MM|4MM|6MM"),
            new("CABO COAXIAL", "M", "CELULAR|BLINDADO", "RG-58|RG-213|1/2\"|7/8\""),
            new("CORDOALHA DE AÇO", "KG", "GALVANIZADA|COBREADA", "3/16\"|1/4\"|5/16\"|3/8\""),
            new("TERMINAL DE COMPRESSÃO", "UN", "1 FURO|2 FUROS|OLHAL", Gauges),
        ]),
        new("FIXAÇÃO E FERRAGENS", 17, 0,
        [
            new("PARAFUSO SEXTAVADO", "UN", "GALVANIZADO A FOGO|INOX|BICROMATIZADO", "1/4\"X1\"|5/16\"X1\"|3/8\"X2\"|1/2\"X2\"|5/8\"X3\"|3/4\"X4\""),
            new("PORCA SEXTAVADA", "UN", "GALVANIZADA A FOGO|INOX|AUTOTRAVANTE", Inches),
            new("ARRUELA", "UN", "LISA|DE PRESSÃO|DENTADA", Inches),
            new("CHUMBADOR", "UN", "MECÂNICO|QUÍMICO|TIPO CBA", Inches),
            new("BARRA ROSCADA", "UN", "GALVANIZADA|INOX", Inches),
            new("CANTONEIRA DE AÇO", "KG", "GALVANIZADA|ASTM A36", "1\"X1/8\"|1.1/2\"X1/8\"|2\"X3/16\"|2\"X1/4\"|3\"X1/4\""),
            new("CHAPA XADREZ", "M²", "AÇO CARBONO|GALVANIZADA", "3MM|4,75MM|6,3MM"),
            new("GRAMPO U", "UN", "GALVANIZADO A FOGO|INOX", Inches),
            new("ABRAÇADEIRA", "UN", "TIPO D|TIPO U|NYLON PRETA|INOX", Inches),
        ]),
        new("OBRAS CIVIS", 11, 9,
        [
            new("CIMENTO", "UN", "CP II|CP III|CP V", "25KG|50KG"),
            new("AREIA LAVADA", "M³", "FINA|MÉDIA|GROSSA", "A GRANEL|ENSACADA"),
            new("BRITA", "M³", "GRANÍTICA|CALCÁRIA", "N 0|N 1|N 2"),
            new("BLOCO DE CONCRETO", "UN", "VEDAÇÃO|ESTRUTURAL", "9X19X39|14X19X39|19X19X39"),
            new("TELA SOLDADA", "M²", "Q-92|Q-138|Q-196", "2,45X3M|2,45X6M"),
            new("ARAME RECOZIDO", "KG", "TORCIDO|LISO", "BWG 16|BWG 18"),
            new("VERGALHÃO CA-50", "KG", "RETO|DOBRADO", "8MM|10MM|12,5MM|16MM"),
            new("TÁBUA DE PINUS", "UN", "BRUTA|APARELHADA", "20CM X 3M|25CM X 3M|30CM X 3M"),
        ]),
        new("PROTEÇÃO INDIVIDUAL", 13, 1,
        [
            new("LUVA DE VAQUETA", "PAR", "CANO CURTO|CANO LONGO|COM REFORÇO", Shirts),
            new("LUVA ISOLANTE", "PAR", "CLASSE 0|CLASSE 2|CLASSE 3", Shirts),
            new("BOTA DE SEGURANÇA", "PAR", "BIDENSIDADE|COM BIQUEIRA|ELETRICISTA", Shoes),
            new("CAPACETE", "UN", "COM JUGULAR|ABA FRONTAL|ABA TOTAL", "BRANCO|AZUL|AMARELO|VERDE"),
            new("CINTO PARAQUEDISTA", "UN", "3 PONTOS|5 PONTOS", Shirts),
            new("TALABARTE", "UN", "SIMPLES|DUPLO|EM Y", "0,9M|1,4M|1,8M"),
            new("ÓCULOS DE PROTEÇÃO", "UN", "INCOLOR|FUMÊ|ÂMBAR", Marks),
            new("CALÇA OPERACIONAL", "UN", "RISCO 2|REFLETIVA", Shirts),
        ]),
        new("ENERGIA E BATERIAS", 8, 12,
        [
            new("DISJUNTOR DIN", "UN", "MONOPOLAR|BIPOLAR|TRIPOLAR", Amperes),
            new("BATERIA ESTACIONÁRIA", "UN", "VRLA 12V|OPZV 2V|LÍTIO 48V", "50AH|100AH|150AH|200AH"),
            new("RETIFICADOR 48V", "UN", "MODULAR|COMPACTO", "1KW|2KW|3KW"),
            new("CONTATOR", "UN", "BOBINA 127V|BOBINA 220V", "9A|18A|25A|32A|50A"),
            new("DPS", "UN", "CLASSE I|CLASSE II", "20KA|40KA|60KA"),
            new("FUSÍVEL NH", "UN", "TAM 00|TAM 1|TAM 2", Amperes),
        ]),
        new("ATERRAMENTO", 7, 5,
        [
            new("HASTE COBREADA", "UN", "ALTA CAMADA|BAIXA CAMADA", "1/2\"X2,4M|5/8\"X2,4M|5/8\"X3M|3/4\"X3M"),
            new("CONECTOR CUNHA", "UN", "TIPO A|TIPO B|TIPO C", Gauges),
            new("BARRAMENTO DE COBRE", "UN", "ESTANHADO|NU", "6 FUROS|10 FUROS|14 FUROS|20 FUROS"),
            new("SOLDA EXOTÉRMICA", "UN", "CARTUCHO", "N 32|N 45|N 65|N 90|N 115|N 150"),
            new("CAIXA DE INSPEÇÃO", "UN", "PVC|CONCRETO", "200MM|300MM"),
            new("FITA PERFURADA", "M", "COBRE|LATÃO", "17MM|20MM"),
        ]),
        new("BALIZAMENTO E SINALIZAÇÃO", 4, 7,
        [
            new("LUMINÁRIA DE OBSTÁCULO", "UN", "LED SIMPLES|LED DUPLA", "48V|127V|220V"),
            new("RELÉ FOTOELÉTRICO", "UN", "NA|NF", "127V|220V|BIVOLT"),
            new("PLACA DE ADVERTÊNCIA", "UN", "RISCO ELÉTRICO|TRABALHO EM ALTURA|ACESSO RESTRITO|RADIAÇÃO", "20X30|30X40|40X60"),
            new("CONE DE SINALIZAÇÃO", "UN", "FLEXÍVEL|RÍGIDO", "50CM|75CM"),
        ]),
        new("PINTURA E TRATAMENTO", 6, 9,
        [
            new("ESMALTE SINTÉTICO", "GL", "LARANJA AERONÁUTICO|BRANCO|CINZA|VERMELHO", Cans),
            new("PRIMER EPÓXI", "GL", "CINZA|VERMELHO ÓXIDO", Cans),
            new("GALVANIZAÇÃO A FRIO", "LT", "CLARA|ESCURA", Cans),
            new("THINNER", "LT", "LIMPEZA|EPÓXI|SINTÉTICO", Cans),
            new("ROLO DE LÃ", "UN", "ANTIGOTA|EPÓXI", "9CM|15CM|23CM"),
            new("TRINCHA", "UN", "CERDA GRIS|CERDA BRANCA", "1\"|1.1/2\"|2\"|3\""),
        ]),
        new("FERRAMENTAS DE CAMPO", 8, 2,
        [
            new("CHAVE COMBINADA", "UN", "CROMO VANÁDIO|COM CATRACA", "8MM|10MM|13MM|17MM|19MM|22MM|24MM"),
            new("ALICATE ISOLADO", "UN", "UNIVERSAL|DE CORTE|BICO LONGO|AMPERÍMETRO", "6\"|7\"|8\""),
            new("BROCA", "UN", "AÇO RÁPIDO|VÍDEA|SDS PLUS", "4MM|6MM|8MM|10MM|12MM|16MM"),
            new("DISCO DE CORTE", "UN", "AÇO|INOX|DIAMANTADO", "4.1/2\"|7\"|9\""),
            new("JOGO DE SOQUETES", "CJ", "MÉTRICO|POLEGADA", "1/4\"|3/8\"|1/2\""),
            new("ESCADA", "UN", "EXTENSÍVEL FIBRA|TESOURA ALUMÍNIO", "3,6M|4,8M|6M|7,2M"),
            new("CORDA DE POLIAMIDA", "M", "ESTÁTICA|TORCIDA", "8MM|10MM|12MM|16MM"),
        ]),
        new("ABRIGOS E CLIMATIZAÇÃO", 4, 1,
        [
            new("AR CONDICIONADO", "UN", "MOCHILA|SPLIT|DE PRECISÃO", "12000BTU|18000BTU|24000BTU|36000BTU"),
            new("FILTRO DE AR", "UN", "G3|G4|M5", "40X40|50X50|60X60"),
            new("CADEADO", "UN", "SEGREDO IGUAL|SEGREDO ÚNICO", "35MM|45MM|50MM"),
            new("TELA DE ALAMBRADO", "M2", "GALVANIZADA|REVESTIDA PVC", "MALHA 2\"|MALHA 3\""),
            new("CONCERTINA", "M", "SIMPLES|DUPLA", "300MM|450MM|610MM"),
        ]),
        new("ESCRITÓRIO E COPA", 6, 3,
        [
            new("PAPEL A4", "CX", "BRANCO|RECICLADO", "5 RESMAS|10 RESMAS"),
            new("TONER", "UN", "PRETO|CIANO|MAGENTA|AMARELO", Marks),
            new("CANETA", "CX", "AZUL|PRETA|VERMELHA", "25 UN|50 UN"),
            new("CAFÉ TORRADO", "UN", "TRADICIONAL|EXTRA FORTE", "250G|500G"),
            new("COPO DESCARTÁVEL", "CX", "BRANCO|TRANSPARENTE", "50ML|180ML|200ML"),
            new("DETERGENTE", "UN", "NEUTRO|COCO", "500ML|5L"),
        ]),
        new("INFORMÁTICA DE CAMPO", 2, 4,
        [
            new("CORDÃO ÓPTICO", "UN", "SC/APC|LC/UPC|SC-LC", Lengths),
            new("ROTEADOR INDUSTRIAL", "UN", "4G|5G", Marks),
            new("CONVERSOR SFP", "UN", "MONOMODO|MULTIMODO", "1G|10G"),
            new("PATCH PANEL", "UN", "CAT 5E|CAT 6", "24 PORTAS|48 PORTAS"),
        ]),
    ];

    public static readonly IReadOnlyList<SampleFamily> Services =
    [
        new("SERVIÇOS DE TRANSPORTE", 1, 0,
        [
            new("FRETE", SampleFamily.ServiceUnit, "RODOVIÁRIO|AÉREO|DEDICADO", "CAPITAL|INTERIOR"),
            new("CARRETO", SampleFamily.ServiceUnit, "COM AJUDANTE|SEM AJUDANTE", "CAPITAL|INTERIOR"),
        ]),
        new("SERVIÇOS DE CAMPO", 1, 8,
        [
            new("ROÇADA E CAPINA", SampleFamily.ServiceUnit, "MENSAL|AVULSA", "PORTE P|PORTE G"),
            new("PINTURA DE TORRE", SampleFamily.ServiceUnit, "PARCIAL|TOTAL", "ATÉ 40M|ACIMA DE 40M"),
        ]),
        new("LOCAÇÕES", 1, 0,
        [
            new("LOCAÇÃO DE GERADOR", SampleFamily.ServiceUnit, "DIÁRIA|SEMANAL", "30KVA|80KVA"),
            new("LOCAÇÃO DE MUNCK", SampleFamily.ServiceUnit, "DIÁRIA|SEMANAL", "COM OPERADOR|SEM OPERADOR"),
        ]),
        new("SERVIÇOS TÉCNICOS", 1, 10,
        [
            new("LAUDO ESTRUTURAL", SampleFamily.ServiceUnit, "COM ART|SEM ART", "TORRE|POSTE"),
            new("MEDIÇÃO ÔHMICA", SampleFamily.ServiceUnit, "COM ART|SEM ART", "TORRE|ABRIGO"),
        ]),
    ];
}
