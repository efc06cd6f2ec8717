namespace NovaCorrente.Resolvers.Execution;

/// <summary>An object of the service, such as a payload or an event, that names a row of a table.</summary>
internal interface IGoldRow
{
    /// <summary>Values of the row's primary key, in order; null when there is no row.</summary>
    IReadOnlyList<object>? Key { get; }
}
