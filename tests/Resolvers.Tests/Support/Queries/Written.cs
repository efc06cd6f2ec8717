namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>An input value that can stand in the document as a literal or in the variables as JSON.</summary>
internal abstract record Written
{
    public static readonly Written Null = new WrittenScalar("null", "null");

    public abstract string Literal { get; }

    public abstract string Json { get; }
}

/// <summary>A scalar, an enum value or null.</summary>
internal sealed record WrittenScalar(string AsLiteral, string AsJson) : Written
{
    public override string Literal => AsLiteral;

    public override string Json => AsJson;
}

/// <summary>A list.</summary>
internal sealed record WrittenList(IReadOnlyList<Written> Items) : Written
{
    public override string Literal => $"[{string.Join(", ", Items.Select(i => i.Literal))}]";

    public override string Json => $"[{string.Join(",", Items.Select(i => i.Json))}]";
}

/// <summary>An input object.</summary>
internal sealed record WrittenObject(IReadOnlyList<(string Name, Written Value)> Fields) : Written
{
    public override string Literal => $"{{{string.Join(", ", Fields.Select(f => $"{f.Name}: {f.Value.Literal}"))}}}";

    public override string Json => $"{{{string.Join(",", Fields.Select(f => $"\"{f.Name}\":{f.Value.Json}"))}}}";
}

/// <summary>A variable; only ever part of a document.</summary>
internal sealed record WrittenVariable(string Name) : Written
{
    public override string Literal => "$" + Name;

    public override string Json => throw new InvalidOperationException("A variable cannot be part of a variable.");
}
