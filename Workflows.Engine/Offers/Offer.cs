using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A trigger as a case offers it to someone now.</summary>
/// <param name="Trigger">Its definition.</param>
/// <param name="Allowed">It can be sent now; what its own input decides is still open.</param>
/// <param name="Because">Rules that stand in the way; empty when allowed.</param>
public sealed record Offer(TriggerDefinition Trigger, bool Allowed, ImmutableArray<UnmetRule> Because);
