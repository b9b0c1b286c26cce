using System.Runtime.CompilerServices;
using FluentAssertions;

namespace Workflows.Tests.Conventions;

/// <summary>Files of the tree that a test generates; <c>UPDATE_GENERATED=1 dotnet test</c> writes them anew.</summary>
internal static class Generated
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static void Check(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
            File.WriteAllText(file, text);
        File.ReadAllText(file).Should().Be(text, "{0} is generated; run UPDATE_GENERATED=1 dotnet test", path);
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
