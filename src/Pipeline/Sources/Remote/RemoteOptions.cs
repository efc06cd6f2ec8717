namespace NovaCorrente.Pipeline.Sources.Remote;

/// <summary>Settings of the pulls from public services, section <c>Remote</c>.</summary>
public sealed class RemoteOptions
{
    /// <summary>Whether anything is pulled. Off, no request leaves the machine.</summary>
    public bool Enabled { get; set; }

    /// <summary>Base address of the exchange rates of Banco Central do Brasil (PTAX, OData).</summary>
    public Uri PtaxAddress { get; set; } = new("https://olinda.bcb.gov.br/olinda/servico/PTAX/versao/v1/odata/");

    /// <summary>Base address of the time series of Banco Central do Brasil (SGS).</summary>
    public Uri SeriesAddress { get; set; } = new("https://api.bcb.gov.br/dados/serie/");

    /// <summary>Base address of the tables of IBGE (SIDRA).</summary>
    public Uri SidraAddress { get; set; } = new("https://apisidra.ibge.gov.br/");

    /// <summary>Base address of the weather archive of Open-Meteo.</summary>
    public Uri WeatherAddress { get; set; } = new("https://archive-api.open-meteo.com/v1/");

    /// <summary>First day that is asked of rates and indicators.</summary>
    public DateOnly Since { get; set; } = new(2015, 1, 1);

    /// <summary>First day that is asked of the weather, which comes hour by hour.</summary>
    public DateOnly WeatherSince { get; set; } = new(2021, 11, 12);

    /// <summary>ISO codes of the currencies.</summary>
    public IList<string> Currencies { get; init; } = [];

    /// <summary>The cities whose weather is asked.</summary>
    public IList<RemoteCity> Cities { get; init; } = [];

    /// <summary>How often a request is tried again after a fault that may pass.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Wait before the first retry; it doubles from one to the next.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one try may take, its body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest answer that is taken, in bytes.</summary>
    public int MaxBytes { get; set; } = 64 * 1024 * 1024;
}

/// <summary>A city of the weather archive.</summary>
public sealed record RemoteCity
{
    /// <summary>Name and state as in file names, for example <c>salvador_ba</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }
}
