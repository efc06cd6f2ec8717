using System.Text;
using System.Text.Json;
using NovaCorrente.Host.Redis;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Host.Tests.Redis;

public sealed class RedisTopicTests
{
    [Theory]
    [InlineData(null, "D86A548277289AE5096754EA59E4CF84")]
    [InlineData("", "D86A548277289AE5096754EA59E4CF84")]
    [InlineData("app1", "170F0FC90043BD0CA854B51E6222D678")]
    public void A_channel_is_named_as_the_contract_has_it(string? prefix, string channel) =>
        Assert.Equal(channel, new RedisTopic<RunRecord>(new RedisOptions { Prefix = prefix }.Name("OnPartChanged")).Channel.ToString());

    [Fact]
    public void An_event_travels_in_the_contracts_envelope()
    {
        var run = new RunRecord { Id = "r1", Trigger = RunTrigger.Manual, State = RunState.Queued, StartedAt = DateTimeOffset.UnixEpoch };
        var message = RedisTopic<RunRecord>.Write(run);

        Assert.Equal(
            """{"body":{"id":"r1","trigger":"MANUAL","state":"QUEUED","startedAt":"1970-01-01T00:00:00+00:00","steps":[],"checks":[],"quarantine":[]},"kind":0}""",
            Encoding.UTF8.GetString(message));
        var (body, isEnd) = RedisTopic<RunRecord>.Read(message);
        Assert.Equal(("r1", RunState.Queued, false), (body!.Id, body.State, isEnd));
    }

    [Fact]
    public void What_is_null_is_left_out_and_need_not_be_there_to_be_read()
    {
        var first = new SnapshotManifest
        {
            Id = "s1",
            Number = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            RunId = "r1",
            PreviousId = null,
            InputsHash = "i",
            TransformsHash = "t",
            Checksum = "c",
            Tables = [],
        };
        var message = RedisTopic<SnapshotManifest>.Write(first);

        Assert.DoesNotContain("previousId", Encoding.UTF8.GetString(message), StringComparison.Ordinal);
        Assert.Equal(("s1", null), RedisTopic<SnapshotManifest>.Read(message).Body is { } read ? (read.Id, read.PreviousId) : default);
        Assert.Throws<JsonException>(() => RedisTopic<SnapshotManifest>.Read("""{"body":{"number":1},"kind":0}"""));
    }

    [Theory]
    [InlineData("""{"kind":1}""", true)]
    [InlineData("""{"kind":2}""", false)]
    [InlineData("", false)]
    public void The_end_of_a_topic_is_told_from_messages_that_say_nothing(string message, bool isEnd) =>
        Assert.Equal((null, isEnd), RedisTopic<RunRecord>.Read(message));
}
