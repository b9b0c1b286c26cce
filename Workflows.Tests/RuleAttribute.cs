using NUnit.Framework;

namespace Workflows.Tests;

/// <summary>Names the rule that a test drives, such as <c>CNT-03</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : PropertyAttribute("Rule", id)
{
    /// <summary>The id of the rule.</summary>
    public string Id { get; } = id;
}
