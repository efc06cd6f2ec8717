namespace NovaCorrente.Pipeline.Lake;

/// <summary>Settings of the lake, section <c>Lake</c>.</summary>
public sealed class LakeOptions
{
    /// <summary>Folder of the embedded lake; used when there is no <see cref="Endpoint"/>.</summary>
    public string Folder { get; set; } = ".data/lake";

    /// <summary>Address of a MinIO or other S3 server, for example <c>minio:9000</c> or <c>https://s3.example.org</c>; null for the embedded lake.</summary>
    public string? Endpoint { get; set; }

    /// <summary>User of the server.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Password of the server.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Region of the buckets.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Bucket of the bronze layer.</summary>
    public string BucketBronze { get; set; } = "bronze";

    /// <summary>Bucket of the silver layer.</summary>
    public string BucketSilver { get; set; } = "silver";

    /// <summary>Bucket of the gold layer.</summary>
    public string BucketGold { get; set; } = "gold";

    /// <summary>Bucket of the backups.</summary>
    public string BucketBackup { get; set; } = "backup";

    /// <summary>How long a call is tried again, with growing pauses, while the server can't be reached.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the server may take to answer a call before it is tried again; uploads get a second more for each megabyte.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with the settings, in a sentence, or null.</summary>
    internal string? Problem => string.IsNullOrWhiteSpace(Endpoint) ? null
        : ServerAddress is null ? $"Lake:Endpoint '{Endpoint}' is no address such as minio:9000 or https://s3.example.org."
        : string.IsNullOrEmpty(AccessKey) || string.IsNullOrEmpty(SecretKey) ? "Lake:Endpoint needs Lake:AccessKey and Lake:SecretKey."
        : null;

    /// <summary>The address as a URL without path; null when it is none.</summary>
    internal Uri? ServerAddress =>
        Uri.TryCreate(Endpoint!.Contains("://", StringComparison.Ordinal) ? Endpoint : $"http://{Endpoint}", UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" } ? address : null;
}
