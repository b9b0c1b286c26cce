using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authorization;
using Workflows.Api.Access;

namespace Workflows.Api.Limits;

/// <summary>
/// Counts requests against quotas: of the caller where one is known, else of the address. Every reply says in <c>RateLimit</c>
/// what is left, by which it is also known here that a request was counted.
/// </summary>
internal sealed class RateLimits(LimitSettings settings, TimeProvider time)
{
    /// <summary>Names the policy of a reply.</summary>
    public const string PolicyHeader = "RateLimit-Policy";

    /// <summary>Says what is left.</summary>
    public const string Header = "RateLimit";

    private readonly Quotas<string> callers = new(settings.Caller, time);
    private readonly Quotas<IPAddress> addresses = new(settings.Anonymous, time);
    private readonly Quotas<IPAddress> failures = new(settings.FailedAuthentication, time);

    /// <summary>The request has been counted.</summary>
    public static bool HasCounted(HttpContext http) => http.Response.Headers.ContainsKey(Header);

    /// <summary>Counts a request, and says in the headers what is left.</summary>
    /// <returns>False when it must be refused with 429.</returns>
    public bool Admit(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } caller)
            return !settings.Caller.Limits || Say(http, settings.Caller, callers.Take(caller.Actor.Id));
        var address = Address(http);
        // What an anonymous endpoint of the API is sent may be a secret to be guessed at; one who has failed too often is not heard.
        if (settings.FailedAuthentication.Limits && MayFail(http) && failures.IsUsedUp(address))
            return Say(http, settings.FailedAuthentication, failures.Take(address));
        return !settings.Anonymous.Limits || Say(http, settings.Anonymous, addresses.Take(address));
    }

    /// <summary>Counts a refused authentication, and says in the headers what is left.</summary>
    /// <returns>False when the refusal is to be 429 from now on.</returns>
    public bool AdmitFailure(HttpContext http) =>
        !settings.FailedAuthentication.Limits || Say(http, settings.FailedAuthentication, failures.Take(Address(http)));

    private static bool MayFail(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static bool Say(HttpContext http, QuotaPolicy policy, Allowance allowance)
    {
        var headers = http.Response.Headers;
        headers[PolicyHeader] = policy.Header;
        headers[Header] = string.Create(CultureInfo.InvariantCulture, $"\"{policy.Name}\";r={allowance.Left};t={allowance.Seconds}");
        if (!allowance.Granted)
            headers.RetryAfter = allowance.Seconds.ToString(CultureInfo.InvariantCulture);
        return allowance.Granted;
    }

    /// <summary>The address that counts: whole for IPv4; of IPv6 the first half, because one client has all of the second.</summary>
    private static IPAddress Address(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
