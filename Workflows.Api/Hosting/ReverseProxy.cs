using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Workflows.Api.Hosting;

/// <summary>
/// The proxies whose word is taken for a client's address and scheme (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>):
/// <c>ReverseProxy:Known</c>, addresses and networks such as <c>10.0.0.7, 10.1.0.0/16</c>. From all others the headers are ignored.
/// </summary>
internal static class ReverseProxy
{
    private const string Key = "ReverseProxy:Known";

    /// <summary>What is to be taken from whom; null when there is no proxy.</summary>
    /// <exception cref="StartRefusedException">What is configured is no list of addresses and networks.</exception>
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        var known = (configuration[Key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (known.Length == 0)
            return null;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many as there are, as long as each was added by a known proxy.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in known)
        {
            if (IPAddress.TryParse(one, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new StartRefusedException($"{Key} takes addresses and networks, such as 10.0.0.7, 10.1.0.0/16.");
        }

        return options;
    }
}
