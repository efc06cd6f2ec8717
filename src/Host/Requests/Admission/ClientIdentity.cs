using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace NovaCorrente.Host.Requests.Admission;

/// <summary>Tells clients apart: by who they are if they said so, else by where they call from.</summary>
internal static class ClientIdentity
{
    // A household or a company gets at least this much of IPv6, and may use any address in it.
    private const int NetworkBytes = 8;

    /// <param name="user">The user, if one is known; over a socket that of its connection.</param>
    /// <param name="address">Address of the client, that of trusted proxies left out.</param>
    public static string Of(ClaimsPrincipal? user, IPAddress? address)
    {
        if (user?.Identity is { IsAuthenticated: true } identity)
        {
            var id = user.FindFirst(ClaimTypes.NameIdentifier) ?? user.FindFirst("sub");
            return $"user:{identity.AuthenticationType}:{id?.Value ?? identity.Name}";
        }

        return address switch
        {
            null => "unknown",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => $"net:{Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)}",
            _ => $"ip:{address.MapToIPv4()}",
        };
    }
}
