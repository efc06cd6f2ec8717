using System.Net;
using System.Text.Json.Nodes;

namespace NovaCorrente.Host.Tests.Transports;

internal static class ResponseAssertions
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>The answer is one refusal, without data, told in the contract's words.</summary>
    public static async Task<JsonNode> ShouldBeRefusedAsync(this HttpResponseMessage response, HttpStatusCode status, string? code, string message)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        var json = JsonNode.Parse(text)!;
        Assert.Null(json["data"]);
        Assert.False(json.AsObject().ContainsKey("data"));
        var error = Assert.Single(json["errors"]!.AsArray())!;
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal(code, (string?)error["extensions"]?["code"]);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return error;
    }
}
