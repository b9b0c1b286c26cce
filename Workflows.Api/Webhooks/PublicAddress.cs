using System.Net;
using System.Net.Sockets;

namespace Workflows.Api.Webhooks;

/// <summary>Tells addresses of the public network from those inside: a webhook must not reach what only this machine or its network can.</summary>
/// <remarks>After the IANA special-purpose address registries (RFC 6890 and later entries).</remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            // IPv4: this network, private, shared, loopback, link-local (with the metadata service), IETF, documentation, 6to4 relays, benchmarks, multicast, reserved.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Only 2000::/3 is given out; of it these are not hosts of the public network, or hide an IPv4 address.</summary>
    private static readonly IPNetwork[] NotGlobal =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Whether a connection to the address leaves for the public network.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Inside.Any(network => network.Contains(address))
            : Global.Contains(address) && !NotGlobal.Any(network => network.Contains(address));
    }
}
