using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Deployment;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd;

/// <summary>Every example that ships with the explorers runs as it is and shows something.</summary>
public sealed class ExampleOperationsTests(ExampleOperationsTests.SampleHost sample) : IClassFixture<ExampleOperationsTests.SampleHost>
{
    private static readonly string Folder = RepositoryFiles.PathOf("src", "Host", "Explorer", "examples");

    public static TheoryData<string> Queries => [.. Names(isSubscription: false)];

    public static TheoryData<string> Subscriptions => [.. Names(isSubscription: true)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_is_answered_without_an_error_and_no_list_of_it_is_empty(string name)
    {
        var text = Read(name);
        var values = await ValuesAsync();
        var variables = new JsonObject(values.Where(value => text.Contains($"${value.Key}:", StringComparison.Ordinal)).Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));

        var answer = await sample.Host.AnswerAsync(text, variables);

        Assert.True(answer["errors"] is null, answer.ToJsonString());
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(answer["data"]!, "", lists);
        Assert.DoesNotContain(lists, list => list.Value == 0);
        Assert.All(answer["data"]!.AsObject(), field => Assert.True(field.Value is not null, field.Key));
    }

    [Theory]
    [MemberData(nameof(Subscriptions))]
    public async Task A_subscription_tells_of_what_happens(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var events = await EventSource.OpenAsync(sample.Host, Read(name));

        await sample.PublishAsync();

        var data = await events.NextAsync(_ => true, limit.Token);
        Assert.All(data.AsObject(), field => Assert.True(field.Value is not null, field.Key));
    }

    [Fact]
    public void Every_example_says_what_it_is_about_and_names_its_operation()
    {
        Assert.True(Names(false).Concat(Names(true)).Count() >= 15);
        Assert.All(Names(false).Concat(Names(true)), name =>
        {
            var lines = Read(name).Split('\n');
            Assert.Matches("^# [A-Z].{5,59}[^.]$", lines[0]);
            Assert.Matches("^# [A-Z].{20,}", lines[1]);
            Assert.Contains(lines, line => line.StartsWith("query ", StringComparison.Ordinal) || line.StartsWith("subscription ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Every_root_field_and_argument_can_be_read_about()
    {
        var schema = (await sample.Host.AskAsync("{ __schema { queryType { ...Fields } mutationType { ...Fields } subscriptionType { ...Fields } } } fragment Fields on __Type { fields { name description args { name description } } }"))["__schema"]!;
        var fields = schema.AsObject().SelectMany(type => type.Value!["fields"]!.AsArray()).ToList();
        var texts = fields.Concat(fields.SelectMany(field => field!["args"]!.AsArray())).Select(it => (Name: (string)it!["name"]!, Text: (string?)it["description"]));

        Assert.True(fields.Count > 100);
        Assert.Equal([], texts.Where(it => it.Text is not { Length: >= 8 } text || !char.IsUpper(text[0]) || text[^1] != '.'));
    }

    private static IEnumerable<string> Names(bool isSubscription) => Directory.EnumerateFiles(Folder, "*.graphql")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => name != "variables" && Read(name).Contains("\nsubscription ", StringComparison.Ordinal) == isSubscription)
        .Order(StringComparer.Ordinal);

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name + ".graphql"));

    // How many elements the lists of a path have together: a list below one row may be empty where another row has something to show.
    private static void Count(JsonNode? node, string path, Dictionary<string, int> lists)
    {
        if (node is JsonArray list)
        {
            lists[path] = lists.GetValueOrDefault(path) + list.Count;
            foreach (var element in list)
            {
                Count(element, path, lists);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                Count(value, $"{path}/{name}", lists);
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> ValuesAsync()
    {
        var data = await sample.Host.AskAsync(Read("variables"));
        return data.AsObject()
            .SelectMany(list => list.Value!["nodes"]!.AsArray())
            .SelectMany(row => row!.AsObject())
            .ToDictionary(field => field.Key, field => (string)field.Value!, StringComparer.Ordinal);
    }

    /// <summary>A host with two snapshots of the sample, the second with a line more.</summary>
    public sealed class SampleHost : IAsyncLifetime
    {
        private readonly Workplace _place = new();
        private int _added;

        internal HostProcess Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await _place.WriteSampleAsync(lines: 4000);
            Host = await HostProcess.StartAsync(_place);
            Assert.Equal("SUCCEEDED", await Host.RunPipelineAsync());
            await PublishAsync();
        }

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            _place.Dispose();
        }

        internal async Task PublishAsync()
        {
            _place.AddPurchaseLine(++_added);
            Assert.Equal("SUCCEEDED", await Host.RunPipelineAsync());
        }
    }
}
