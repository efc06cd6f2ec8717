namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>A query, its variables, and how to come by the cursors it needs.</summary>
/// <param name="Text">The document.</param>
/// <param name="Variables">The variables as a JSON object, without cursors.</param>
/// <param name="Cursors">The cursor arguments; their variables are added when the cursors are known.</param>
internal sealed record GeneratedQuery(string Text, string Variables, CursorArguments? Cursors)
{
    public override string ToString() => $"{Text}\nvariables {Variables}{(Cursors is null ? "" : $"\ncursors {Cursors}")}";
}

/// <summary>Cursors of the root list, named by how far down the list their row stands, in percent.</summary>
/// <param name="Text">A document that asks for all cursors of the same list.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="After">Place of the <c>$after</c> cursor, if there is one.</param>
/// <param name="Before">Place of the <c>$before</c> cursor, if there is one.</param>
internal sealed record CursorArguments(string Text, string Variables, string Table, int? After, int? Before);
