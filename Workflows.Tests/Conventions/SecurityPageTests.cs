using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Conventions;

/// <summary>The page on security names tests that exist, for every item.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string[] Items = ["2.3.1", "2.3.5", "8.2.2", "8.2.3", "14.2.6", "16.2.5", "16.3.2", "16.4.2"];
    private static readonly string Page = File.ReadAllText(Path.Combine(Generated.Root, "docs/security.md"));

    private static ILookup<string, Type> Fixtures => typeof(SecurityPageTests).Assembly.GetTypes().Where(type => !type.IsNested).ToLookup(type => type.Name);

    [Test]
    public void Every_item_has_a_line_with_tests([ValueSource(nameof(Items))] string item)
    {
        var line = Page.Split('\n').Single(one => one.StartsWith($"| {item} |", StringComparison.Ordinal));
        line.Split('|').Select(cell => cell.Trim()).Skip(2).Take(3).Should().OnlyContain(cell => cell.Length > 0);
        Tests().Matches(line.Split('|')[4]).Should().NotBeEmpty();
    }

    [Test]
    public void Every_test_that_is_named_exists()
    {
        foreach (Match named in Tests().Matches(Page))
        {
            var (fixture, test) = (named.Groups["fixture"].Value, named.Groups["test"].Value);
            var found = Fixtures[fixture].ToList();
            found.Should().NotBeEmpty("{0} is named as a test", fixture);
            if (test.Length > 0)
                found.Should().Contain(type => type.GetMethod(test) != null, "{0}.{1} is named as a test", fixture, test);
        }
    }

    [GeneratedRegex("`(?<fixture>[A-Za-z_]*(Tests?|Skipped|MustNot|Everywhere|escalated))(\\.(?<test>[A-Za-z0-9_]+))?`")]
    private static partial Regex Tests();
}
