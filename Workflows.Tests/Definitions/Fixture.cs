using NUnit.Framework;

namespace Workflows.Tests.Definitions;

/// <summary>The small texts beside the tests.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "Definitions", "Fixtures");

    public static string Valid { get; } = Text("valid.yaml");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
