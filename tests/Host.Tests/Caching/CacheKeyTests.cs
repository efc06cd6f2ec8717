using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GraphQL;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Requests;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Caching;

public sealed class CacheKeyTests
{
    private static readonly Gen<JsonNode?> _leaf = Gen.OneOf<JsonNode?>(
        Gen.Const((JsonNode?)null), Gen.Int[-3, 3].Select(n => Leaf(n)), Gen.String[0, 2].Select(s => Leaf(s)),
        Gen.Bool.Select(b => Leaf(b)), Gen.Long.Select(n => Leaf(n)));

    private static readonly Gen<JsonNode?> _value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 2 ? _leaf : Gen.OneOf(
        _leaf,
        inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(Copy)])),
        Gen.Select(Gen.String[Gen.Char["abc"], 1, 1], inner).Array[0, 3]
            .Select(fields => (JsonNode?)new JsonObject(fields.DistinctBy(f => f.Item1).Select(f => KeyValuePair.Create(f.Item1, Copy(f.Item2)))))));

    [Fact]
    public void Two_sets_of_variables_have_one_key_exactly_when_they_are_written_alike()
    {
        var pair = Gen.Select(_value, _value);
        pair.Sample((one, other) => Text(one) == Text(other) == (KeyOf(one) == KeyOf(other)), iter: 20_000);
    }

    [Fact]
    public void Everything_that_decides_an_answer_is_part_of_the_key()
    {
        var variables = new Inputs(new Dictionary<string, object?> { ["a"] = 1 });
        string?[] keys =
        [
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", null, variables),
            CacheKey.Of("s2", new AccessScope(Role.Viewer), "{a}", null, variables),
            CacheKey.Of("s1", new AccessScope(Role.Analyst), "{a}", null, variables),
            CacheKey.Of("s1", new AccessScope(null), "{a}", null, variables),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{b}", null, variables),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", "", variables),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", "A", variables),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", null, null),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", null, new Inputs(new Dictionary<string, object?> { ["a"] = "1" })),
            CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", null, new Inputs(new Dictionary<string, object?> { ["a"] = BigInteger.Pow(10, 30) })),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, Assert.NotNull);
        Assert.Null(CacheKey.Of("s1", new AccessScope(Role.Viewer), "{a}", null, new Inputs(new Dictionary<string, object?> { ["a"] = double.PositiveInfinity })));
    }

    private static string? KeyOf(JsonNode? value) => CacheKey.Of(
        "s1", AccessScope.Full, "{a}", null, OperationRequestReader.ReadObject(new JsonObject { ["v"] = Copy(value) }.ToJsonString()));

    private static string Text(JsonNode? value) => value is null ? "null" : value.ToJsonString(JsonSerializerOptions.Web);

    private static JsonNode? Leaf<T>(T value) => JsonSerializer.SerializeToNode(value);

    private static JsonNode? Copy(JsonNode? value) => value?.DeepClone();
}
