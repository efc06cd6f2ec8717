namespace NovaCorrente.Schema.GraphTypes;

/// <summary>Adds to the schema what is not made from a table: mutations, subscriptions, other root fields.</summary>
public interface IGoldSchemaExtension
{
    /// <summary>Adds to a schema whose query type is complete and which is not initialized yet.</summary>
    void Extend(GoldSchema schema);
}
