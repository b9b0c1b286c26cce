using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Values of a case's fields: natural JSON, each personal value in an envelope of its own.</summary>
internal sealed class CaseFieldsJson(ProcedureDefinition definition)
{
    private readonly FrozenDictionary<string, FieldDefinition> fields = definition.Fields.ToFrozenDictionary(field => field.Name);

    public void Write(CanonicalJsonWriter writer, ImmutableSortedDictionary<string, FieldValue> values, Envelopes envelopes)
    {
        writer.StartObject();
        foreach (var (name, value) in values.InOrder())
        {
            writer.Name(name);
            Write(writer, value, Field(name), name, envelopes);
        }

        writer.EndObject();
    }

    public ImmutableSortedDictionary<string, FieldValue> Read(JsonElement json, Envelopes envelopes)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            values.Add(property.Name, Read(property.Value, Field(property.Name), property.Name, envelopes));
        return values.ToImmutable();
    }

    private FieldDefinition Field(string name) => fields.TryGetValue(name, out var field)
        ? field
        : throw new InvalidOperationException($"'{name}' is not a field of {definition.Procedure}.");

    private static void Write(CanonicalJsonWriter writer, FieldValue value, FieldDefinition field, string path, Envelopes envelopes)
    {
        if (field.Personal)
        {
            var plain = new CanonicalJsonWriter();
            PlainValueJson.Write(plain, value);
            envelopes.Write(writer, path, plain.Written);
        }
        else if (value is FieldValue.Rows rows)
        {
            writer.StartArray();
            for (var index = 0; index < rows.Items.Length; index++)
                WriteRow(writer, rows.Items[index], field, $"{path}/{index}", envelopes);
            writer.EndArray();
        }
        else
        {
            PlainValueJson.Write(writer, value);
        }
    }

    private static void WriteRow(
        CanonicalJsonWriter writer, ImmutableSortedDictionary<string, FieldValue> row, FieldDefinition list, string path, Envelopes envelopes)
    {
        writer.StartObject();
        foreach (var (name, cell) in row.InOrder())
        {
            writer.Name(name);
            Write(writer, cell, Column(list, name), $"{path}/{name}", envelopes);
        }

        writer.EndObject();
    }

    private static FieldValue Read(JsonElement json, FieldDefinition field, string path, Envelopes envelopes)
    {
        if (field.Personal)
        {
            if (envelopes.Open(json, path) is not { } plain)
                return Destroyed.Value;
            using var document = JsonDocument.Parse(plain);
            return PlainValueJson.Read(document.RootElement, field);
        }

        return field.Type == FieldType.List
            ? new FieldValue.Rows([.. json.EnumerateArray().Select((row, index) => ReadRow(row, field, $"{path}/{index}", envelopes))])
            : PlainValueJson.Read(json, field);
    }

    private static ImmutableSortedDictionary<string, FieldValue> ReadRow(
        JsonElement json, FieldDefinition list, string path, Envelopes envelopes)
    {
        var row = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var cell in json.EnumerateObject())
            row.Add(cell.Name, Read(cell.Value, Column(list, cell.Name), $"{path}/{cell.Name}", envelopes));
        return row.ToImmutable();
    }

    private static FieldDefinition Column(FieldDefinition list, string name) =>
        list.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InvalidOperationException($"'{name}' is not a column of {list.Name}.");
}
