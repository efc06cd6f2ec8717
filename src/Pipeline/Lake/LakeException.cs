namespace NovaCorrente.Pipeline.Lake;

/// <summary>The lake could not do what was asked, for a reason that an operator can act on.</summary>
public sealed class LakeException : IOException
{
    /// <summary>Creates the exception with its reason.</summary>
    public LakeException(LakeFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>The kind of fault.</summary>
    public LakeFault Fault { get; }
}

/// <summary>Kinds of lake faults.</summary>
public enum LakeFault
{
    /// <summary>The server or folder could not be reached; trying again may help.</summary>
    Unreachable,

    /// <summary>The credentials or permissions do not allow it.</summary>
    Denied,

    /// <summary>A bucket or folder that must exist does not.</summary>
    Missing,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>What was read is not what was written.</summary>
    Corrupt,
}
