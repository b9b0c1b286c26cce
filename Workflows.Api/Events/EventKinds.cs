using System.Collections.Immutable;

namespace Workflows.Api.Events;

/// <summary>Types of events, and the kinds of journal entries that they stand for.</summary>
internal static class EventKinds
{
    private const string Prefix = "cn.disclosure.case.";
    private const string Suffix = ".v1";
    private const string Moved = "moved";
    private const string Fired = "trigger-fired";

    private static readonly ImmutableArray<string> Kinds =
    [
        "opened", Moved, "document-issued", "child-opened", "child-heard", "deadline-changed", "warned", "date-corrected", "calendar-adopted",
        "cancelled", "agency-changed", "fact-recorded", "facts-collected", "attachment-added",
        "document-served", "service-followed", "mail-requested", "mail-failed",
    ];

    /// <summary>Every type.</summary>
    public static ImmutableArray<string> Types { get; } = [.. Kinds.Select(TypeOf)];

    /// <summary>The type of a kind of entry.</summary>
    public static string TypeOf(string kind) => $"{Prefix}{(kind == Moved ? Fired : kind)}{Suffix}";

    /// <summary>The kind of entry of a type, which must be one of <see cref="Types"/>.</summary>
    public static string KindOf(string type) => Kinds[Types.IndexOf(type)];
}
