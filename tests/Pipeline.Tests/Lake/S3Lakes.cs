using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Servers;

namespace NovaCorrente.Pipeline.Tests.Lake;

/// <summary>Lakes on a test server.</summary>
internal static class S3Lakes
{
    public static LakeOptions Options(this S3Server server, string? secretKey = null) => new()
    {
        Endpoint = server.Endpoint,
        AccessKey = S3Server.Key,
        SecretKey = secretKey ?? S3Server.Key,

        // A busy machine takes its time to start a server again.
        Patience = TimeSpan.FromMinutes(3),
    };

    public static MinioLake Open(this S3Server server) => new(server.Options(), TimeProvider.System);
}
