using System.Text.Json;

namespace Workflows.Api.Json;

/// <summary>Finds escapes such as <c>\ud800</c> alone: valid JSON that is no text and that no one could store.</summary>
internal static class Surrogates
{
    /// <summary>Checks every name and text of a document.</summary>
    /// <exception cref="JsonException">The document is no JSON, or holds half a character.</exception>
    public static void Check(ReadOnlyMemory<byte> json)
    {
        // Only an escape can write one, and escapes are rare.
        if (json.Span.IndexOf("\\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = ApiJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
                throw new JsonException("文本中有不完整的字符（单独的代理项）");
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
