using System.Net;
using System.Text.Json;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

public sealed class RemoteSourceTests
{
    private const string Rates = """{"value": [{"cotacaoCompra": 5, "cotacaoVenda": 6, "dataHoraCotacao": "2025-01-02 13:00:00", "tipoBoletim": "Fechamento"}]}""";
    private const string Selic = """[{"data": "01/01/2025", "valor": "12.25"}]""";
    private const string Table = """[{"V": "Valor", "MN": "U", "D1C": "a", "D1N": "a", "D2C": "b", "D2N": "b", "D3C": "Mês (Código)", "D3N": "Mês"}, {"V": "1", "MN": "%", "D1C": "1", "D1N": "b", "D2C": "2", "D2N": "v", "D3C": "202501", "D3N": "m"}]""";
    private const string Weather = """{"hourly": {"time": ["2025-01-02T12:00"], "temperature_2m": [1], "relative_humidity_2m": [1], "precipitation": [2], "wind_speed_10m": [1]}}""";

    private static Task AnswerAsync(string request, int before, HttpListenerResponse response) => StubService.WriteAsync(
        response, request.StartsWith("/ptax", StringComparison.Ordinal) ? Rates
            : request.StartsWith("/sgs", StringComparison.Ordinal) ? Selic
            : request.StartsWith("/sidra", StringComparison.Ordinal) ? Table
            : Weather);

    private static SourceLab Lab(StubService service, bool isEnabled = true)
    {
        var lab = new SourceLab();
        lab.Remote["Remote:Enabled"] = isEnabled ? "true" : "false";
        lab.Remote["Remote:PtaxAddress"] = $"{service.Address}ptax";
        lab.Remote["Remote:SeriesAddress"] = $"{service.Address}sgs/";
        lab.Remote["Remote:SidraAddress"] = $"{service.Address}sidra/";
        lab.Remote["Remote:WeatherAddress"] = $"{service.Address}weather/";
        lab.Remote["Remote:Currencies:0"] = "USD";
        lab.Remote["Remote:Cities:0:Id"] = "salvador_ba";
        lab.Remote["Remote:Cities:0:Latitude"] = "-12.97";
        lab.Remote["Remote:Cities:0:Longitude"] = "-38.5";
        lab.Remote["Remote:RetryDelay"] = "00:00:00.001";
        return lab;
    }

    [Fact]
    public async Task Off_no_request_leaves_the_machine()
    {
        using var service = new StubService(AnswerAsync);
        using var lab = Lab(service, isEnabled: false);
        Assert.All(await lab.LoadAsync(), source => Assert.Equal(SourceState.Absent, source.State));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Every_service_is_asked_for_its_whole_span_and_its_answer_lands()
    {
        using var service = new StubService(AnswerAsync);
        using var lab = Lab(service);
        await lab.LoadAsync();
        Assert.Equal(
            [
                "/ptax/CotacaoMoedaPeriodo(moeda=@moeda,dataInicial=@dataInicial,dataFinalCotacao=@dataFinalCotacao)?@moeda='USD'&@dataInicial='01-01-2015'&@dataFinalCotacao='11-12-2025'&$format=json",
                "/sgs/bcdata.sgs.432/dados?formato=json&dataInicial=01/01/2015&dataFinal=31/12/2024",
                "/sgs/bcdata.sgs.432/dados?formato=json&dataInicial=01/01/2025&dataFinal=12/11/2025",
                "/sidra/values/t/1737/n1/all/v/63/p/201501-202511",
                "/sidra/values/t/7062/n1/all/v/355/c315/7169/p/201501-202511",
                "/sidra/values/t/1736/n1/all/v/44/p/201501-202511",
                "/sidra/values/t/6381/n1/all/v/4099/p/201501-202511",
                "/weather/archive?hourly=temperature_2m,relative_humidity_2m,precipitation,wind_speed_10m&timezone=GMT&latitude=-12.97&longitude=-38.5&start_date=2021-11-12&end_date=2025-11-11",
            ],
            service.Requests.Select(Uri.UnescapeDataString));
        Assert.Equal("USD|5|remote/bcb/ptax-usd.json", lab.Row("SELECT currency, buy, source_file FROM bronze.ptax"));
        Assert.Equal(["INPC", "IPCA", "IPCA15", "UNEMPLOYMENT"], lab.Rows("SELECT DISTINCT indicator FROM bronze.sidra ORDER BY 1"));
        Assert.Equal("salvador_ba|2", lab.Row("SELECT city_id, precipitation FROM bronze.open_meteo"));
        Assert.Equal("2", lab.Row("SELECT count(*) FROM bronze.selic"));
    }

    [Fact]
    public async Task An_answer_is_kept_byte_for_byte_with_the_address_it_came_from()
    {
        using var service = new StubService(AnswerAsync);
        using var lab = Lab(service);
        var input = Assert.Single((await lab.LandAsync("ptax")).Inputs);
        await using var bytes = await lab.Lake.OpenReadAsync(LakeLayer.Bronze, $"objects/{input.Sha256}", default);
        using var reader = new StreamReader(bytes!);
        Assert.Equal(Rates, await reader.ReadToEndAsync());
        await using var description = await lab.Lake.OpenReadAsync(LakeLayer.Bronze, $"objects/{input.Sha256}.json", default);
        using var json = await JsonDocument.ParseAsync(description!);
        Assert.StartsWith($"{service.Address}ptax/", json.RootElement.GetProperty("origin").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pulled_is_newer_than_what_was_dropped_and_wins_each_key()
    {
        using var service = new StubService(AnswerAsync);
        using var lab = Lab(service).Drop("bcb/ptax-usd.json", Rates.Replace("5", "4", StringComparison.Ordinal));
        await lab.LoadAsync();
        Assert.Equal(["1|bcb/ptax-usd.json|4", "2|remote/bcb/ptax-usd.json|5"], lab.Rows("SELECT source_rank, source_file, buy FROM bronze.ptax ORDER BY 1"));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_fault_that_passes_is_tried_again(int status)
    {
        using var service = new StubService((request, before, response) =>
        {
            if (before >= 2)
            {
                return AnswerAsync(request, before, response);
            }

            if (status > 0)
            {
                return StubService.FailAsync(response, status);
            }

            // The answer breaks off in its middle.
            response.ContentLength64 = Rates.Length;
            response.OutputStream.Write("{"u8);
            response.OutputStream.Flush();
            response.Abort();
            return Task.CompletedTask;
        });
        using var lab = Lab(service);
        Assert.Equal(SourceState.Landed, (await lab.LandAsync("ptax")).State);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_never_answers_costs_its_timeout_and_keeps_the_last_good_data()
    {
        var isMute = false;
        using var service = new StubService((request, before, response) => Volatile.Read(ref isMute) ? Task.CompletedTask : AnswerAsync(request, before, response));
        using var lab = Lab(service);
        var good = await lab.LandAsync("ptax");
        Volatile.Write(ref isMute, true);
        lab.Remote["Remote:Timeout"] = "00:00:01";
        lab.Remote["Remote:Retries"] = "0";
        lab.StartAnew();
        var kept = await lab.LandAsync("ptax");
        Assert.Equal(SourceState.KeptLastGood, kept.State);
        Assert.Equal(good.TableHashes, kept.TableHashes);
        Assert.StartsWith("remote/bcb/ptax-usd.json: localhost gave no answer:", kept.Problem, StringComparison.Ordinal);
        Assert.Equal("UNREACHABLE_SERVICE", Assert.Single(kept.Rejections).Rule);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, """{"codigo": 500, "mensagem": "x"}""")]
    public async Task A_wrong_answer_is_not_taken_and_does_not_stop_the_others(int status, string body)
    {
        using var service = new StubService((request, before, response) =>
        {
            response.StatusCode = request.StartsWith("/ptax", StringComparison.Ordinal) ? status : 200;
            return request.StartsWith("/ptax", StringComparison.Ordinal) ? StubService.WriteAsync(response, body) : AnswerAsync(request, before, response);
        });
        using var lab = Lab(service).Drop("bcb/ptax-usd.json", Rates);
        var sources = await lab.LoadAsync();
        var ptax = sources.Single(source => source.Definition.Name == "ptax");
        Assert.Equal(SourceState.Failed, ptax.State);
        Assert.Equal("bcb/ptax-usd.json", lab.Row("SELECT source_file FROM bronze.ptax"));
        Assert.Equal(3, sources.Count(source => source.State == SourceState.Landed));
    }
}
