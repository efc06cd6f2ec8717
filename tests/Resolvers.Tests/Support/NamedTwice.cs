using System.Globalization;
using System.Security.Claims;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>
/// The same rows twice, different in nothing but the names of natural persons: what a reader can learn of a name is what differs between the two.
/// </summary>
public sealed class NamedTwice : IDisposable
{
    /// <summary>A word in every personal name of one side and in no other text.</summary>
    public const string OneName = "Quokka";

    /// <summary>The same for the other side.</summary>
    public const string OtherName = "Wombat";

    /// <summary>One set of names, hidden.</summary>
    public GoldFixture One { get; } = Fixture(OneName, descending: false, seesPersonalData: false);

    /// <summary>The other set of names, hidden.</summary>
    public GoldFixture Other { get; } = Fixture(OtherName, descending: true, seesPersonalData: false);

    /// <summary>One set of names, for a reader who may see them.</summary>
    public GoldFixture OneShown { get; } = Fixture(OneName, descending: false, seesPersonalData: true);

    /// <summary>The other set of names, for a reader who may see them.</summary>
    public GoldFixture OtherShown { get; } = Fixture(OtherName, descending: true, seesPersonalData: true);

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
        OneShown.Dispose();
        OtherShown.Dispose();
    }

    private static GoldFixture Fixture(string word, bool descending, bool seesPersonalData) =>
        new(new SameForAll(new AccessScope(seesPersonalData ? Role.Analyst : Role.Viewer)), rows => Rename(rows, word, descending));

    private static void Rename(GoldRows rows, string word, bool descending)
    {
        foreach (var column in rows.Tables.SelectMany(table => table.Columns.Where(c => c.PersonalData is not null).Select(c => (Table: table, Column: c))))
        {
            var personal = column.Column.PersonalData!;
            var kind = column.Table.Columns.SingleOrDefault(c => c.PropertyName == personal.KindProperty)?.FieldName;
            var people = rows.Of(column.Table).Where(row => kind is null || (string?)row[kind] == personal.Kind).ToList();
            for (var i = 0; i < people.Count; i++)
            {
                // Pairs share a name on one side only, so that counts of distinct names would differ as well.
                var number = descending ? people.Count - i : i / 2;
                people[i][column.Column.FieldName] = string.Create(CultureInfo.InvariantCulture, $"{word} {number:00}");
            }
        }
    }

    private sealed class SameForAll(AccessScope scope) : IAccessPolicy
    {
        public AccessScope ScopeOf(ClaimsPrincipal? user) => scope;
    }
}
