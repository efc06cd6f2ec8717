namespace NovaCorrente.Host.Tests;

internal static class Folders
{
    private const int Attempts = 600;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Removes a folder with all that is in it, where a host that was just disposed of may still be writing.</summary>
    public static void Remove(this DirectoryInfo folder)
    {
        for (var attempt = 1; Directory.Exists(folder.FullName); attempt++)
        {
            try
            {
                Directory.Delete(folder.FullName, recursive: true);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(_pause);
            }
        }
    }
}
