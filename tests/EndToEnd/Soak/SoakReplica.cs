using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>A place in the cluster, with the process that holds it at present.</summary>
internal sealed class SoakReplica(string name, HostProcess process)
{
    private volatile HostProcess _process = process;
    private volatile bool _isReady = true;

    public string Name => name;

    public HostProcess Process
    {
        get => _process;
        set => _process = value;
    }

    /// <summary>Whether requests are sent to it.</summary>
    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }
}
