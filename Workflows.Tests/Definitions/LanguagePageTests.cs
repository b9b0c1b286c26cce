using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>The page that describes the language keeps up with it.</summary>
public class LanguagePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "definition-language.md"));

    [Test]
    public void Page_lists_every_code() =>
        DiagnosticCodes.All.Should().OnlyContain(c => Page.Contains($"| {c.Key} | {c.Value} |", StringComparison.Ordinal));

    [Test]
    public void Page_names_every_key() =>
        KeyTable.Tables.SelectMany(t => t.All).Distinct().Should().OnlyContain(key => Page.Contains(key, StringComparison.Ordinal));

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "DisclosureWorkflows.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
