using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// Stands between the Minio SDK and the server and turns answers that the SDK trips over into ones that it understands: a refusal without a body
/// (HEAD) makes it dereference null, an error document without a message makes it throw an argument exception.
/// </summary>
internal sealed partial class S3ResponseGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound)
        {
            return response;
        }

        if (request.Method == HttpMethod.Head || response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            using (response)
            {
                throw new HttpRequestException($"The server answered {(int)response.StatusCode}.", null, response.StatusCode);
            }
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var type = response.Content.Headers.ContentType;
        response.Content = new StringContent(EmptyMessage().Replace(text, "<Message>$1</Message>"), Encoding.UTF8);
        response.Content.Headers.ContentType = type;
        return response;
    }

    // Ceph sends <Code>…</Code><Message/> or no message at all: the code is put in its place.
    [GeneratedRegex(@"(?<=<Code>([^<]*)</Code>)\s*(<Message\s*/>|<Message>\s*</Message>|(?!\s*<Message))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmptyMessage();
}
