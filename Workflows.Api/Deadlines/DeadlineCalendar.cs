using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Duration = Ical.Net.DataTypes.Duration;

namespace Workflows.Api.Deadlines;

/// <summary>Due dates as a calendar (RFC 5545). The same due dates always give the same bytes.</summary>
/// <param name="Name">Shown name.</param>
/// <param name="Entries">The due dates.</param>
/// <param name="AlarmDays">Days before at which a program may remind of a due date that is a day.</param>
internal sealed record DeadlineCalendar(string Name, ImmutableArray<CalendarEntry> Entries, ImmutableArray<int> AlarmDays)
{
    /// <summary>Media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Interval = "PT1H";

    /// <summary>Names the content, without writing it.</summary>
    public string ETag()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Name}\n{string.Join(',', AlarmDays)}\n"));
        foreach (var entry in Entries)
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry}\n"));
        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"";
    }

    /// <summary>The calendar as text, with lines of at most 75 octets.</summary>
    public string Text()
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Disclosure Workflows//Deadlines//ZH" };
        calendar.AddProperty("METHOD", "PUBLISH");
        calendar.AddProperty("NAME", Name);
        calendar.AddProperty("X-WR-CALNAME", Name);
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Shanghai");
        calendar.AddProperty("X-PUBLISHED-TTL", Interval);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", Interval);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        foreach (var entry in Entries)
            calendar.Events.Add(Event(entry));
        return CalendarText.Fold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Event(CalendarEntry entry)
    {
        var made = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            // From the journal, not from the clock on the wall: otherwise no two readings were the same.
            DtStamp = Moment(entry.ModifiedAt),
            LastModified = Moment(entry.ModifiedAt),
            Summary = entry.Summary,
            Description = entry.Description,
            Start = entry.At is { } at ? Moment(at) : new CalDateTime(entry.Day!.Value.Year, entry.Day.Value.Month, entry.Day.Value.Day),
            Status = entry.Provisional ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
        if (entry.At is null)
        {
            foreach (var days in AlarmDays)
            {
                made.Alarms.Add(new Alarm
                {
                    Action = AlarmAction.Display,
                    Trigger = new Trigger(Duration.FromDays(-days)),
                    Description = string.Create(CultureInfo.InvariantCulture, $"{days} 天后届满：{entry.Summary}"),
                });
            }
        }

        return made;
    }

    /// <summary>In UTC, so that no table of a time zone is needed; to the second.</summary>
    private static CalDateTime Moment(Instant at) => new(Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).ToDateTimeUtc());
}
