using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Catalogue;

/// <summary>The catalogue as it is published, in a world where one person holds every role.</summary>
internal static class Published
{
    public static string[] Files { get; } =
        [.. typeof(DefinitionReader).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Catalogue.", StringComparison.Ordinal))];

    public static ProcedureDefinition[] All { get; } = [.. Files.Select(file => DefinitionReader.Read(TextOf(file), file).Definition!)];

    public static World World() => new(All) { Actor = Everybody };

    public static Actor Everybody { get; } = TestAgencies.With("everybody",
        [TestAgencies.Bureau, TestAgencies.Superior, TestAgencies.Secrecy],
        [.. All.SelectMany(procedure => procedure.Roles).Select(role => role.Name).Distinct()]);

    public static string TextOf(string file)
    {
        using var stream = typeof(DefinitionReader).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
