namespace NovaCorrente.Pipeline.Runs;

/// <summary>A run can't go on; the message is its reason.</summary>
internal sealed class RunFailedException(string message) : InvalidOperationException(message);
