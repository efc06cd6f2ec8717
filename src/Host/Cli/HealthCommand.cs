using System.CommandLine;
using NovaCorrente.Host.Hosting;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova health</c>: asks a service on this machine whether it can be sent requests; for containers, which have no other tool for it.</summary>
internal static class HealthCommand
{
    public static Command Build(CommandLineConsole console)
    {
        var command = new Verb("health", "Asks the service on this machine whether it is ready; 0 if it is, 1 if it is not.", "nova health", "API_PORT=8080 nova health");
        command.SetAction(async (_, cancellationToken) =>
        {
            // The certificate is one for the name that clients use, not for this machine's.
#pragma warning disable MA0039 // Nothing is sent but the question, and to this machine only.
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
#pragma warning restore MA0039
            using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(4) };
            try
            {
                using var response = await http.GetAsync(Address(), cancellationToken);
                console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken));
                return response.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failure;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                console.WriteError($"The service does not answer: {e.Message}");
                return ExitCode.Failure;
            }
        });
        return command;
    }

    private static Uri Address()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        configuration.AddDeploymentEnvironment();
        var server = new ServerOptions();
        configuration.GetSection("Server").Bind(server);
        return new UriBuilder(string.IsNullOrEmpty(server.Certificate) ? "http" : "https", "127.0.0.1", server.Port, "/health/ready").Uri;
    }
}
