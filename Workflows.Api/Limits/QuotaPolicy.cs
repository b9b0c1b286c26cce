namespace Workflows.Api.Limits;

/// <summary>How much one partition may ask in a time.</summary>
/// <param name="Name">Name of the policy in the headers <c>RateLimit-Policy</c> and <c>RateLimit</c>.</param>
/// <param name="Requests">So many at once, and so many more in each <paramref name="Window"/>; 0 for no limit.</param>
/// <param name="Window">The time in which a quota that was used up is whole again.</param>
internal sealed record QuotaPolicy(string Name, int Requests, TimeSpan Window)
{
    /// <summary>The policy as a structured field (draft-ietf-httpapi-ratelimit-headers).</summary>
    public string Header { get; } = FormattableString.Invariant($"\"{Name}\";q={Requests};w={(long)Window.TotalSeconds}");

    /// <summary>Limits at all.</summary>
    public bool Limits => Requests > 0;
}
