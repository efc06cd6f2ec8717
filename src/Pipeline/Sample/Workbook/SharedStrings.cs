namespace NovaCorrente.Pipeline.Sample.Workbook;

/// <summary>The texts of a workbook, each kept once. It grows with the number of different texts, not with the number of rows.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private long _uses;

    public int IndexOf(string text)
    {
        _uses++;
        if (!_index.TryGetValue(text, out var index))
        {
            index = _texts.Count;
            _index.Add(text, index);
            _texts.Add(text);
        }

        return index;
    }

    public void WriteTo(Utf8Output output)
    {
        output.Raw(OpenXml.Declaration)
            .Raw("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\""u8).Number(_uses)
            .Raw("\" uniqueCount=\""u8).Number(_texts.Count).Raw("\">"u8);
        foreach (var text in _texts)
        {
            output.Raw("<si><t xml:space=\"preserve\">"u8).Text(OpenXml.Escape(text)).Raw("</t></si>"u8);
        }

        output.Raw("</sst>"u8);
    }
}
