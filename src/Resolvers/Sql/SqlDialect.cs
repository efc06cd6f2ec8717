using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>What differs between SQL engines; the writers of SQL ask it instead of spelling an engine's own words themselves.</summary>
internal abstract class SqlDialect
{
    /// <summary>An identifier. Identifiers come from the model alone, so none needs escaping.</summary>
    public abstract string Quote(string identifier);

    /// <summary>The placeholder of a numbered parameter.</summary>
    public abstract string Parameter(int number);

    /// <summary>An aggregate: rows, each packed into one value, as a list in a given order.</summary>
    public abstract string ListOfRows(IEnumerable<(string Name, string Expression)> fields, string orderBy);

    /// <summary>A table function that gives the elements of a list column as rows of one column.</summary>
    public abstract string Elements(string list, string alias, string column);

    /// <summary>A common table expression that is computed once, however often it is read.</summary>
    public abstract string Once(string name, string query);

    /// <summary>An aggregate function over a value, with its filter clause.</summary>
    public abstract string Aggregate(AggregateFunction function, string value, string filter);

    /// <summary>Which of the grouping expressions a row is summed over, as bits.</summary>
    public abstract string Grouping(IEnumerable<string> keys);

    /// <summary>How many bits of an integer are set.</summary>
    public abstract string BitCount(string value);

    /// <summary>A part of a date.</summary>
    public abstract string DatePart(DatePart part, string date);

    /// <summary>A set of rows: all periods from a first to a last; without a part, days.</summary>
    public abstract string Series(string first, string last, DatePart? part);

    /// <summary>The interval between two neighbouring periods.</summary>
    public abstract string Step(DatePart? part);

    /// <summary>The interval of several periods; their number is an expression.</summary>
    public abstract string Steps(DatePart? part, string count);

    /// <summary>The interval after which a period returns a year later.</summary>
    public abstract string YearStep(DatePart? part);

    /// <summary>Whether a text contains another, case-sensitive.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>Whether a text starts with another, case-sensitive.</summary>
    public abstract string StartsWith(string text, string part);

    /// <summary>Whether a text fits a pattern with <c>%</c>, <c>_</c> and the escape <c>\</c>; neither case nor accents count.</summary>
    public string Like(string text, string pattern) => $"{Folded(text)} LIKE {Folded(pattern)} ESCAPE '\\'";

    /// <summary>A text without case and accents.</summary>
    public abstract string Folded(string text);

    /// <summary>Whether every word of a text begins some word of another.</summary>
    public abstract string AllWordsBegin(string text, string words);

    /// <summary>How alike the most similar word of a text is, from 0 to 1.</summary>
    public abstract string BestWordLikeness(string text, string word);

    /// <summary>A JSON object as text.</summary>
    public abstract string JsonObject(IEnumerable<(string Name, string Expression)> fields);

    /// <summary>A list without its nulls.</summary>
    public abstract string WithoutNulls(string list);

    /// <summary>A decimal as text without trailing zeros.</summary>
    public abstract string NumberText(string number);

    /// <summary>Whether a text ends with another, case-sensitive.</summary>
    public abstract string EndsWith(string text, string part);
}
