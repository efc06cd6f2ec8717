namespace NovaCorrente.Pipeline.Transforms;

/// <summary>The transforms do not hold together, or one of them could not be carried out; the message says which and why.</summary>
public sealed class TransformException : InvalidOperationException
{
    /// <summary>Creates the exception with its reason.</summary>
    public TransformException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
