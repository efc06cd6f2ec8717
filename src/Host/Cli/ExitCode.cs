namespace NovaCorrente.Host.Cli;

/// <summary>What a verb returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked to do.</summary>
    public const int Success = 0;

    /// <summary>A run failed, or what was checked is not valid.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;
}
