namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>An object with its fields in order: an input of a query, or a part of an expected answer.</summary>
internal sealed class NaiveObject : List<KeyValuePair<string, object?>>
{
    public object? this[string name] => this.FirstOrDefault(f => f.Key == name).Value;

    public void Add(string name, object? value) => Add(KeyValuePair.Create(name, value));
}

/// <summary>A number as it was written.</summary>
internal sealed record NaiveNumber(string Text);

/// <summary>Stands for the cursor of a row in an expected answer; its text is opaque.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsRoot">Whether it is a cursor of a root list.</param>
internal sealed record NaiveCursor(Dictionary<string, object?> Row, bool IsRoot);
