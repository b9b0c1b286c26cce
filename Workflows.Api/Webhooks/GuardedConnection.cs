using System.Net;
using System.Net.Sockets;

namespace Workflows.Api.Webhooks;

/// <summary>
/// Connects to public addresses only. The name is resolved here and the connection made to the very address that was judged, so
/// that a name cannot answer one address to the check and another to the connection.
/// </summary>
/// <param name="allowPrivate">Addresses inside are allowed too.</param>
internal sealed class GuardedConnection(bool allowPrivate)
{
    /// <summary>A handler that follows no redirect, uses no proxy, keeps no cookie, and bounds what it reads of the head of a reply.</summary>
    /// <param name="connectWithin">How long a connection may take.</param>
    public SocketsHttpHandler Handler(TimeSpan connectWithin) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectWithin,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = Connect,
    };

    /// <exception cref="AddressRefusedException">None of the name's addresses may be called.</exception>
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(target.Host, cancel).ConfigureAwait(false);
        IPAddress[] allowed = [.. addresses.Where(address => allowPrivate || PublicAddress.Is(address))];
        if (allowed.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is not one of the public network, and such are not allowed here.</summary>
internal sealed class AddressRefusedException() : Exception("The address is not public.");
