using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NovaCorrente.Host.Tests.Limits;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Hosting;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-tls-");

    private string Certificate => Path.Combine(_folder.FullName, "tls.crt");

    private string Key => Path.Combine(_folder.FullName, "tls.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Certificate_files_give_tls_and_a_replaced_certificate_is_taken_up_without_a_restart()
    {
        Write("first.example");
        await using var running = await HttpTests.StartAsync(("Server:Certificate", Certificate), ("Server:CertificateKey", Key));
        var (subject, headers) = await AskAsync(running.Server.BaseAddress);
        Assert.Equal("CN=first.example", subject);
        Assert.Equal("max-age=31536000", headers.GetValues("Strict-Transport-Security").Single());

        await File.WriteAllTextAsync(Certificate, "half a certificate");
        Assert.Equal("CN=first.example", (await AskAsync(running.Server.BaseAddress)).Subject);

        Write("second.example");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await AskAsync(running.Server.BaseAddress)).Subject != "CN=second.example")
        {
            await Task.Delay(200, limit.Token);
        }
    }

    [Fact]
    public async Task Certificate_files_that_cannot_be_used_are_named_at_the_start()
    {
        await File.WriteAllTextAsync(Certificate, "no certificate");
        await File.WriteAllTextAsync(Key, "no key");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => HttpTests.StartAsync(("Server:Certificate", Certificate), ("Server:CertificateKey", Key)));

        Assert.Contains(Certificate, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_tell_browsers_what_not_to_do_with_them()
    {
        await using var gold = new RunningGold();
        await gold.StartAsync();
        foreach (var path in (string[])["/graphql?query={__typename}", "/graphql/schema", "/health", "/nothing/here.txt"])
        {
            using var response = await gold.Gold.Client.GetAsync(path);

            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    private static async Task<(string Subject, System.Net.Http.Headers.HttpResponseHeaders Headers)> AskAsync(Uri address)
    {
        var subject = "";
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            subject = certificate!.Subject;
            return certificate is not null;
        };
        using var client = new HttpClient(handler);
        using var response = await client.GetAsync(new UriBuilder(address) { Scheme = "https", Path = "/graphql", Query = "query={hello}" }.Uri);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (subject, response.Headers);
    }

    private void Write(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
    }
}
