using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Client;

/// <summary>The client that is generated from the contract when the tests are built.</summary>
public partial class DisclosureClient
{
    /// <summary>How it reads and writes JSON: what its types do not name, it refuses.</summary>
    public static JsonSerializerOptions Json => _settings.Value;

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        settings.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
