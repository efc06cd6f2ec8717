using Microsoft.AspNetCore.Http;
using NovaCorrente.Host.Transports.Export;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Tests.Export;

public sealed class ExportNegotiationTests
{
    [Theory]
    [InlineData("", "text/csv", ExportFormat.Csv)]
    [InlineData("", "application/json;q=0.5, application/x-ndjson", ExportFormat.Ndjson)]
    [InlineData("?format=PARQUET", "application/json", ExportFormat.Parquet)]
    [InlineData("", "application/vnd.apache.arrow.stream, */*;q=0.1", ExportFormat.Arrow)]
    public void A_file_is_asked_for_by_name_or_by_media_type(string query, string accept, ExportFormat format) =>
        Assert.Equal(format, ExportNegotiation.Of(Request(query, accept))!.Format);

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("")]
    [InlineData("application/json, text/csv;q=0.9")]
    [InlineData("not a header")]
    public void Other_requests_get_an_ordinary_answer(string accept) => Assert.Null(ExportNegotiation.Of(Request("", accept)));

    [Theory]
    [InlineData("?format=xls")]
    [InlineData("?format=")]
    [InlineData("?format=csv&separator=%00")]
    [InlineData("?format=csv&separator=%22")]
    [InlineData("?format=csv&separator=ab")]
    public void What_is_not_offered_is_refused(string query) =>
        Assert.Throws<NovaCorrente.Host.Requests.RequestException>(() => ExportNegotiation.Of(Request(query, "application/json")));

    private static HttpRequest Request(string query, string accept)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        http.Request.Headers.Accept = accept;
        return http.Request;
    }
}
