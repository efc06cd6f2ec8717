namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Tests that share one secured host, because it takes a while to publish gold.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // It is a collection of tests.
public sealed class SecuredHostCollection : ICollectionFixture<SecuredHost>
#pragma warning restore CA1711
{
    public const string Name = "Secured host";
}
