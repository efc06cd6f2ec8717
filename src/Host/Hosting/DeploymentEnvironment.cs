namespace NovaCorrente.Host.Hosting;

/// <summary>Accepts the environment names of the deployment guide beside .NET's own (<c>Server__Port</c>), which win over them.</summary>
internal static class DeploymentEnvironment
{
    private static readonly (string Environment, string Key)[] _names =
    [
        ("API_HOST", "Server:Host"),
        ("API_PORT", "Server:Port"),
        ("CORS_ORIGINS", "Server:CorsOrigins"),
        ("SECRET_KEY", "Auth:SecretKey"),
        ("ALGORITHM", "Auth:Algorithm"),
        ("MINIO_ENDPOINT", "Lake:Endpoint"),
        ("MINIO_ACCESS_KEY", "Lake:AccessKey"),
        ("MINIO_SECRET_KEY", "Lake:SecretKey"),
        ("MINIO_BUCKET_BRONZE", "Lake:BucketBronze"),
        ("MINIO_BUCKET_SILVER", "Lake:BucketSilver"),
        ("MINIO_BUCKET_GOLD", "Lake:BucketGold"),
        ("MINIO_BUCKET_BACKUP", "Lake:BucketBackup"),
        ("BACKUP_KEY", "Backup:Key"),
        ("REDIS_HOST", "Redis:Host"),
        ("REDIS_PORT", "Redis:Port"),
        ("REDIS_USER", "Redis:User"),
        ("REDIS_PASSWORD", "Redis:Password"),
        ("REDIS_TLS", "Redis:Tls"),
    ];

    // Where orchestrators mount secrets: one file per setting, named like the environment variable (Lake__SecretKey).
    private const string SecretsFolder = "/run/secrets";

    /// <summary>The names that are accepted.</summary>
    public static IEnumerable<string> Names => _names.Select(name => name.Environment);

    public static IConfigurationBuilder AddDeploymentEnvironment(this IConfigurationManager configuration)
    {
        configuration.AddKeyPerFile(SecretsFolder, optional: true);
        var known = _names
            .Select(name => KeyValuePair.Create(name.Key, configuration[name.Environment]))
            .Where(setting => !string.IsNullOrEmpty(setting.Value));
        // Before the sources that the builder has put in, so that those win.
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = known.ToList() });
        return configuration;
    }
}
