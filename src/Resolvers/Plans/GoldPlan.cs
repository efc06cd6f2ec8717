namespace NovaCorrente.Resolvers.Plans;

/// <summary>
/// All that a gold field asks for, free of the values of a request: which rows and values are needed, and how they are written.
/// </summary>
/// <param name="Level">The rows and values.</param>
/// <param name="Connection">How a list is written; null for a single row.</param>
/// <param name="Row">How a single row is written; null for a list.</param>
internal sealed record GoldPlan(LevelPlan Level, ConnectionShape? Connection, ObjectShape? Row);
