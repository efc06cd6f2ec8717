namespace NovaCorrente.Host.Hosting;

/// <summary>Bounds what managed objects take of the process, so that a burst ends in a refused allocation and not in the death of its container.</summary>
internal static class ProcessMemory
{
    private const string HeapHardLimit = "GCHeapHardLimit";
    private const ulong Megabyte = 1024 * 1024;

    /// <summary>Applies the setting <c>Server:HeapLimitMegabytes</c>, for the rest of the process's life.</summary>
    public static void LimitHeap(IConfiguration configuration)
    {
        var megabytes = configuration.GetValue<ulong>($"Server:{nameof(ServerOptions.HeapLimitMegabytes)}");
        if (megabytes > 0)
        {
            AppContext.SetData(HeapHardLimit, megabytes * Megabyte);
            GC.RefreshMemoryLimit();
        }
    }
}
