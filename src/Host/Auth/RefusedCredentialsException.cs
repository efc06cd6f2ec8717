namespace NovaCorrente.Host.Auth;

/// <summary>Somebody has shown a token or a key that does not count; the message tells them why.</summary>
#pragma warning disable CA1032 // A reason is always needed.
internal sealed class RefusedCredentialsException(string reason, Exception? cause = null) : Exception(reason, cause);
#pragma warning restore CA1032
