using System.Text.Encodings.Web;
using System.Text.Json;
using Snapshooter;
using Snapshooter.Xunit;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>Compares the data of an answer with what is kept of it, in a form that people read.</summary>
internal static class AnswerSnapshot
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer with errors matches nothing.</summary>
    public static void Match(JsonDocument answer, string name)
    {
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        Snapshot.Match(JsonSerializer.Serialize(answer.RootElement.GetProperty("data"), Readable), SnapshotNameExtension.Create(name));
    }
}
