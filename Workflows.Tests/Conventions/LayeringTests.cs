using System.Reflection;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Conventions;

/// <summary>References point one way: Calendar ← Definitions ← Engine ← Storage ← Api.</summary>
public class LayeringTests
{
    private static readonly string[] Order =
        ["Workflows.Calendar", "Workflows.Definitions", "Workflows.Engine", "Workflows.Storage", "Workflows.Api"];

    [Test]
    public void Projects_refer_only_to_what_lies_below_them([Range(0, 4)] int level) =>
        References(Order[level]).Where(name => name.StartsWith("Workflows.", StringComparison.Ordinal))
            .Should().BeSubsetOf(Order[..level]);

    [TestCase("Workflows.Calendar")]
    [TestCase("Workflows.Definitions")]
    [TestCase("Workflows.Engine")]
    public void What_decides_knows_no_database_and_no_web(string project) =>
        References(project).Should().NotContain(name =>
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Test]
    public void The_calendar_knows_nothing_but_NodaTime() =>
        References("Workflows.Calendar").Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Should().Equal("NodaTime");

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!);
}
