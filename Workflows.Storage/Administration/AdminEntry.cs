using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>An administrative change.</summary>
/// <param name="Position">1, 2, 3 … without gaps.</param>
/// <param name="RecordedAt">Real time.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done: <c>definition.published</c>.</param>
/// <param name="Subject">To what: an id.</param>
/// <param name="Detail">A JSON value; never a secret, never personal data.</param>
/// <param name="Hash">Its link of the chain.</param>
public sealed record AdminEntry(
    long Position, Instant RecordedAt, ActorStamp Actor, string Action, string Subject, string Detail, ImmutableArray<byte> Hash);
