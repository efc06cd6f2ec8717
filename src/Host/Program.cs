using NovaCorrente.Host.Cli;

return await NovaCommandLine.RunAsync(args);
