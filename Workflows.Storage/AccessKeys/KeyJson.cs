using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>What a key holds and is limited to, as canonical JSON.</summary>
internal static class KeyJson
{
    /// <summary>Roles, by agency id.</summary>
    public static string Grants(ImmutableDictionary<string, ImmutableArray<string>> grants) => Canonical(grants);

    /// <summary>Roles, by agency id.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> ReadGrants(string json) =>
        JsonSerializer.Deserialize<ImmutableDictionary<string, ImmutableArray<string>>>(json)!;

    /// <summary>The limits; null where there are none.</summary>
    public static string? Limits(KeyScope scope) =>
        scope is { Procedures: null, Actions: null } ? null : Canonical(new { actions = scope.Actions, procedures = scope.Procedures });

    /// <summary>The limits.</summary>
    public static KeyScope ReadLimits(string? json)
    {
        if (json is null)
            return KeyScope.All;
        using var read = JsonDocument.Parse(json);
        return new KeyScope(Texts(read.RootElement, "procedures"), Texts(read.RootElement, "actions"));
    }

    private static ImmutableArray<string>? Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : null;

    private static string Canonical<T>(T value) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(value)));
}
