namespace NovaCorrente.Host.Explorer;

/// <summary>What browsers get that open the endpoint; configuration section <c>Explorer</c>.</summary>
internal sealed class ExplorerOptions
{
    /// <summary>Whether the explorers are served at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Title of the page.</summary>
    public string Title { get; set; } = "Nova Corrente";

    /// <summary>Folder with the files of the explorers; beside the program unless said otherwise.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "explorer");
}
