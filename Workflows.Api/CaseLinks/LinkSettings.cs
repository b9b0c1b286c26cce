using System.Globalization;
using NodaTime;
using Workflows.Api.Hosting;

namespace Workflows.Api.CaseLinks;

/// <summary>How long links to people outside are good, and where they lead.</summary>
/// <param name="Days">Days for which one is good where nothing else is asked, <c>Links:Days</c>; 30.</param>
/// <param name="LongestDays">Days for which one can be good at most, <c>Links:LongestDays</c>; 180.</param>
/// <param name="Page">The page of the agency that opens them, <c>Links:Page</c>; null where links are put together elsewhere.</param>
internal sealed record LinkSettings(int Days, int LongestDays, Uri? Page)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="StartRefusedException">One has another form.</exception>
    public static LinkSettings Read(IConfiguration configuration)
    {
        var page = configuration["Links:Page"];
        Uri? address = null;
        if (page is not null && !(Uri.TryCreate(page, UriKind.Absolute, out address) && address.Scheme == Uri.UriSchemeHttps && address.Fragment.Length == 0))
            throw new StartRefusedException("Links:Page takes an address that begins with https:// and has no fragment.");
        return new LinkSettings(Number(configuration, "Links:Days", 30), Number(configuration, "Links:LongestDays", 180), address);
    }

    /// <summary>When a link made now expires; null where what was asked for is too long or past.</summary>
    public Instant? ExpiryOf(Instant? asked, Instant now) => asked is not { } at
        ? now + Duration.FromDays(Math.Min(Days, LongestDays))
        : at > now && at <= now + Duration.FromDays(LongestDays) ? at : null;

    /// <summary>The address to hand over. What stands behind the # is kept by the browser and reaches no server, no log and no other page.</summary>
    public string? AddressOf(string clear) => Page is null ? null : $"{Page.AbsoluteUri}#{clear}";

    private static int Number(IConfiguration configuration, string name, int otherwise)
    {
        if (configuration[name] is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 366
            ? number
            : throw new StartRefusedException($"{name} takes a whole number from 1 to 366.");
    }
}
