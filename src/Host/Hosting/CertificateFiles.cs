using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NovaCorrente.Host.Hosting;

/// <summary>The certificate of the server, read from PEM files and read again when they have been replaced. Files that cannot be used leave the one before in place.</summary>
internal sealed partial class CertificateFiles : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);

    private readonly string _certificate;
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly ILogger<CertificateFiles> _logger;
    private readonly Lock _lock = new();
    private X509Certificate2 _current;
    private (DateTime Certificate, DateTime Key) _written;
    private DateTimeOffset _looked;

    /// <exception cref="InvalidOperationException">The files cannot be read, or the key is not that of the certificate.</exception>
    public CertificateFiles(string certificate, string key, TimeProvider time, ILogger<CertificateFiles> logger)
    {
        (_certificate, _key, _time, _logger) = (certificate, key, time, logger);
        _written = Written();
        _looked = time.GetUtcNow();
        try
        {
            _current = Read();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new InvalidOperationException($"Server:Certificate '{certificate}' and Server:CertificateKey '{key}' cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The certificate for a connection that is being made.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (_lock)
            {
                var now = _time.GetUtcNow();
                if (now - _looked >= _interval)
                {
                    _looked = now;
                    Refresh();
                }

                return _current;
            }
        }
    }

    public void Dispose() => _current.Dispose();

    private void Refresh()
    {
        var written = Written();
        if (written == _written)
        {
            return;
        }

        try
        {
            // Connections that are being made may still use the one before; it is left to the finalizer.
            _current = Read();
            _written = written;
            LogReplaced(_certificate, _current.NotAfter);
        }
        catch (Exception e) when (IsFault(e))
        {
            LogUnusable(_certificate, e);
        }
    }

    // Certificate and key may be replaced one after the other; until both have been, they do not fit.
    private X509Certificate2 Read() => X509Certificate2.CreateFromPemFile(_certificate, _key);

    private (DateTime Certificate, DateTime Key) Written() => (File.GetLastWriteTimeUtc(_certificate), File.GetLastWriteTimeUtc(_key));

    private static bool IsFault(Exception e) => e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException;

    [LoggerMessage(1, LogLevel.Information, "The certificate in {Path} was replaced; the new one is valid until {NotAfter:O}.")]
    private partial void LogReplaced(string path, DateTime notAfter);

    [LoggerMessage(2, LogLevel.Error, "The certificate in {Path} was replaced by one that cannot be used; the one before stays in use.")]
    private partial void LogUnusable(string path, Exception exception);
}
