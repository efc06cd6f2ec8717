namespace NovaCorrente.Host.Dashboard;

/// <summary>The web pages for people; configuration section <c>Dashboard</c>.</summary>
internal sealed class DashboardOptions
{
    /// <summary>Name of the file that lists the operations of the pages: text by SHA-256. It comes with the program, also where the pages do not.</summary>
    public const string OperationsFile = "operations.json";

    /// <summary>Whether the pages are served at all; a web server in front may do it instead.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Folder with the built pages; beside the program unless said otherwise.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "dashboard");
}
