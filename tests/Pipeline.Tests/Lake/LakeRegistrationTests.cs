using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Tests.Lake;

public sealed class LakeRegistrationTests
{
    [Fact]
    public void Without_an_endpoint_the_lake_is_a_folder()
    {
        using var services = Build(("Lake:Folder", "somewhere"));
        Assert.Equal(Path.GetFullPath("somewhere"), Assert.IsType<DirectoryLake>(services.GetRequiredService<ILake>()).Root);
    }

    [Theory]
    [InlineData("minio:9000", "http://minio:9000/")]
    [InlineData("https://s3.example.org", "https://s3.example.org/")]
    public void With_an_endpoint_it_is_on_that_server(string endpoint, string address)
    {
        using var services = Build(("Lake:Endpoint", endpoint), ("Lake:AccessKey", "a"), ("Lake:SecretKey", "b"));
        Assert.IsType<MinioLake>(Assert.IsType<ObservedLake>(services.GetRequiredService<ILake>()).Observed);
        Assert.Equal(new Uri(address), services.GetRequiredService<IOptions<LakeOptions>>().Value.ServerAddress);
    }

    [Theory]
    [InlineData("minio:9000", null, "needs Lake:AccessKey and Lake:SecretKey")]
    [InlineData("http://minio:9000/path", "a", "is no address")]
    [InlineData("ftp://minio", "a", "is no address")]
    [InlineData("http://", "a", "is no address")]
    public void Settings_that_cannot_work_are_refused_by_name(string endpoint, string? key, string sentence)
    {
        using var services = Build(("Lake:Endpoint", endpoint), ("Lake:AccessKey", key), ("Lake:SecretKey", key));
        var thrown = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ILake>());
        Assert.Contains(sentence, thrown.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params (string Key, string? Value)[] settings) => new ServiceCollection()
        .AddLake(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build())
        .BuildServiceProvider();
}
