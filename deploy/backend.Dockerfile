# The host. Built in an image with the SDK, run in one with the runtime alone, as a user without rights, on a read-only root.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The explorers are npm packages that the build copies beside the host.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Schema/Schema.csproj src/Schema/packages.lock.json src/Schema/
COPY src/Pipeline/Pipeline.csproj src/Pipeline/packages.lock.json src/Pipeline/
COPY src/Resolvers/Resolvers.csproj src/Resolvers/packages.lock.json src/Resolvers/
COPY src/Host/Host.csproj src/Host/packages.lock.json src/Host/
COPY src/Host/Explorer/Explorer.targets src/Host/Explorer/
RUN dotnet restore src/Host/Host.csproj
COPY src src
COPY frontend/public/operations.json frontend/public/
RUN dotnet publish src/Host/Host.csproj --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN mkdir /var/lib/nova /backups && chown app /var/lib/nova /backups
COPY --from=build /app /app
USER app
WORKDIR /app
EXPOSE 8000
ENTRYPOINT ["dotnet", "/app/NovaCorrente.Host.dll"]
CMD ["serve"]
