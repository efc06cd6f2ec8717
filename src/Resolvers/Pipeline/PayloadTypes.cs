using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Builds types whose fields read the properties of one CLR type.</summary>
internal static class PayloadTypes
{
    /// <summary>A field that reads something of its object.</summary>
    public static FieldType Field<TSource>(string name, string description, IGraphType type, Func<TSource, object?> read) => new()
    {
        Name = name,
        Description = description,
        ResolvedType = type,
        Resolver = new FuncFieldResolver<TSource, object>(context => read(context.Source)),
    };

    /// <summary>A field that gives a row of a table, by the key that its object names.</summary>
    public static FieldType Row(string name, string description, string table, GoldTypes types, GoldQueries queries)
    {
        var rows = types.Model.Table(table);
        var row = new GoldField(GoldFieldKind.Row, rows);
        return new FieldType { Name = name, Description = description, ResolvedType = types.Object(rows), Resolver = new GoldFieldResolver(row, queries) }
            .WithGoldField(row);
    }

    /// <summary>An object type of such fields.</summary>
    public static ObjectGraphType Object(string name, string description, params IEnumerable<FieldType> fields)
    {
        var type = new ObjectGraphType { Name = name, Description = description };
        foreach (var field in fields)
        {
            type.AddField(field);
        }

        return type;
    }
}
