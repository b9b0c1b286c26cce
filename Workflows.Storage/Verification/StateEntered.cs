using System.Text.Json;
using Workflows.Engine;

namespace Workflows.Storage.Checks;

/// <summary>The state that an entry leads to, read without decoding the rest.</summary>
internal static class StateEntered
{
    public static string? Read(ReadOnlySpan<byte> entry)
    {
        var reader = new Utf8JsonReader(entry);
        string? to = null;
        string? type = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth > 2)
                continue;
            if (reader.CurrentDepth == 1 && !reader.ValueTextEquals("event"u8))
                reader.Skip();
            else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("to"u8))
                to = Next(ref reader);
            else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("type"u8))
                type = Next(ref reader);
        }

        return type == "cancelled" ? CaseState.CancelledState : to;
    }

    private static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }
}
