using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>The small values that entries and snapshots share. A null is left out.</summary>
internal static class JsonParts
{
    public static void Text(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        writer.Name(name);
        writer.String(value);
    }

    public static void Number(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is not { } number)
            return;
        writer.Name(name);
        writer.Number((long)number);
    }

    public static void Flag(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, bool value)
    {
        if (!value)
            return;
        writer.Name(name);
        writer.Boolean(true);
    }

    public static void Id(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, CaseId? value) => writer.Text(name, value?.ToString());

    public static void Date(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, LocalDate? value)
    {
        if (value is not { } date)
            return;
        writer.Name(name);
        writer.Date(date);
    }

    public static void Moment(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, Instant? value) =>
        writer.Text(name, value is { } moment ? InstantPattern.ExtendedIso.Format(moment) : null);

    /// <summary>A list of names; an empty one is left out.</summary>
    public static void Names(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;
        writer.Name(name);
        writer.StartArray();
        foreach (var value in values)
            writer.String(value);
        writer.EndArray();
    }

    public static void Basis(this CanonicalJsonWriter writer, LegalBasis basis)
    {
        writer.Name("basis"u8);
        writer.StartObject();
        writer.Text("act"u8, basis.Act);
        writer.Text("article"u8, basis.Article);
        writer.Text("design"u8, basis.Design);
        writer.Names("rules"u8, basis.Rules);
        writer.EndObject();
    }

    public static void Issued(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, IssuedNumber number)
    {
        writer.Name(name);
        writer.StartObject();
        writer.Number("serial"u8, number.Serial);
        writer.Text("series"u8, number.Series);
        writer.Text("text"u8, number.Text);
        writer.Number("year"u8, number.Year);
        writer.EndObject();
    }

    public static void Parent(this CanonicalJsonWriter writer, ParentLink? parent)
    {
        if (parent is null)
            return;
        writer.Name("parent"u8);
        writer.StartObject();
        writer.Text("agency"u8, parent.Agency);
        writer.Id("case"u8, parent.Case);
        writer.Id("root"u8, parent.Root);
        writer.EndObject();
    }

    public static void Schedule(this CanonicalJsonWriter writer, ScheduledOpening? schedule)
    {
        if (schedule is null)
            return;
        writer.Name("schedule"u8);
        writer.StartObject();
        writer.Flag("late"u8, schedule.Late);
        writer.Text("name"u8, schedule.Name);
        writer.Date("period"u8, schedule.Period);
        writer.EndObject();
    }

    public static void Deadline(this CanonicalJsonWriter writer, ReadOnlySpan<byte> name, Deadline? deadline)
    {
        if (deadline is null)
            return;
        writer.Name(name);
        writer.StartObject();
        writer.Date("due"u8, deadline.Due);
        writer.Moment("dueAt"u8, deadline.DueAt);
        writer.Date("earliest"u8, deadline.Earliest);
        writer.Date("firmThrough"u8, deadline.FirmThrough);
        writer.Date("latest"u8, deadline.Latest);
        writer.Text("status"u8, deadline.Status.ToString());
        writer.EndObject();
    }

    public static JsonElement? Maybe(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var value) ? value : null;

    public static string Text(this JsonElement json, ReadOnlySpan<byte> name) => json.GetProperty(name).GetString()!;

    public static int Number(this JsonElement json, ReadOnlySpan<byte> name) => json.GetProperty(name).GetInt32();

    public static string? MaybeText(this JsonElement json, ReadOnlySpan<byte> name) => json.Maybe(name)?.GetString();

    public static int? MaybeNumber(this JsonElement json, ReadOnlySpan<byte> name) => json.Maybe(name)?.GetInt32();

    public static LocalDate? MaybeDate(this JsonElement json, ReadOnlySpan<byte> name) => json.Maybe(name)?.Date();

    public static Instant? MaybeMoment(this JsonElement json, ReadOnlySpan<byte> name) => json.Maybe(name)?.Moment();

    public static LocalDate Date(this JsonElement json) => LocalDatePattern.Iso.Parse(json.GetString()!).Value;

    public static Instant Moment(this JsonElement json) => InstantPattern.ExtendedIso.Parse(json.GetString()!).Value;

    public static CaseId Id(this JsonElement json) => new(json.GetGuid());

    public static ImmutableArray<string> Names(this JsonElement json, ReadOnlySpan<byte> name) =>
        json.Maybe(name) is { } names ? [.. names.EnumerateArray().Select(item => item.GetString()!)] : [];

    public static LegalBasis Basis(this JsonElement json)
    {
        var basis = json.GetProperty("basis"u8);
        return new(basis.MaybeText("act"u8), basis.MaybeText("article"u8), basis.MaybeText("design"u8), basis.Names("rules"u8));
    }

    public static IssuedNumber Issued(this JsonElement json) =>
        new(json.Text("text"u8), json.MaybeText("series"u8), json.Number("year"u8), json.Number("serial"u8));

    public static ParentLink? Parent(this JsonElement json) => json.Maybe("parent"u8) is { } parent
        ? new(parent.GetProperty("case"u8).Id(), parent.GetProperty("root"u8).Id(), parent.Text("agency"u8))
        : null;

    public static ScheduledOpening? Schedule(this JsonElement json) => json.Maybe("schedule"u8) is { } schedule
        ? new(schedule.Text("name"u8), schedule.GetProperty("period"u8).Date(), schedule.Maybe("late"u8) is not null)
        : null;

    public static Deadline Deadline(this JsonElement json) => new(
        Enum.Parse<DueStatus>(json.Text("status"u8)),
        json.MaybeDate("due"u8),
        json.MaybeMoment("dueAt"u8),
        json.MaybeDate("earliest"u8),
        json.MaybeDate("latest"u8),
        json.MaybeDate("firmThrough"u8));

    /// <summary>Sorted by UTF-16 code units, whatever the dictionary sorts by.</summary>
    public static IEnumerable<KeyValuePair<string, T>> InOrder<T>(this ImmutableSortedDictionary<string, T> values)
    {
        string? last = null;
        foreach (var name in values.Keys)
        {
            if (string.CompareOrdinal(last, name) >= 0)
                return values.OrderBy(value => value.Key, StringComparer.Ordinal);
            last = name;
        }

        return values;
    }
}
