using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Paging;

/// <summary>
/// Names connections after their field, as front ends expect. A relation shares the connection of a list of the same name and rows;
/// where a name is taken by other rows, the declaring table is put before it.
/// </summary>
internal sealed class ConnectionNames
{
    private readonly Dictionary<string, GoldTable> _owners;

    public ConnectionNames(GoldModel model)
    {
        _owners = model.Tables.ToDictionary(t => Naming.Pascal(t.Plural), StringComparer.Ordinal);
        var relations = model.Tables.SelectMany(t => t.ToMany).GroupBy(r => r.PropertyName, r => r.Target, StringComparer.Ordinal);
        foreach (var relation in relations.Where(r => r.Distinct().Count() == 1))
        {
            _owners.TryAdd(relation.Key, relation.First());
        }
    }

    public static string OfList(GoldTable table) => Naming.Pascal(table.Plural);

    public string OfRelation(GoldTable table, ToManyRelation relation) =>
        _owners.GetValueOrDefault(relation.PropertyName) == relation.Target ? relation.PropertyName : table.Name + relation.PropertyName;
}
