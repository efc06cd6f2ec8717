using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NovaCorrente.EndToEnd.Support;

/// <summary>An authority of its own that vouches for <c>localhost</c>, as an installation without a public one has it.</summary>
internal static class TestAuthority
{
    private static readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset _until = _from.AddDays(2);

    /// <summary>Writes <c>server.pem</c> and <c>server.key</c> for a server; gives the file with the certificate of the authority.</summary>
    public static string Write(string folder)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Authority of the tests", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(_from, _until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, _from, _until, [1]);

        // The whole chain, as servers are told to send it.
        File.WriteAllText(Path.Combine(folder, "server.pem"), $"{certificate.ExportCertificatePem()}\n{authority.ExportCertificatePem()}\n");
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
        var file = Path.Combine(folder, "authority.pem");
        File.WriteAllText(file, authority.ExportCertificatePem());
        return file;
    }
}
