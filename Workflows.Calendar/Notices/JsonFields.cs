using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>The fields of one JSON object, read with a diagnostic for each that is not as it should be.</summary>
internal sealed class JsonFields(JsonElement element, string path, ImmutableArray<NoticeDiagnostic>.Builder diagnostics)
{
    private readonly bool _isObject = element.ValueKind == JsonValueKind.Object;

    /// <summary>Whether anything was found wrong, here or elsewhere in the text.</summary>
    public bool HasFaults => diagnostics.Count > 0;

    /// <summary>Reports fields of other names, so that a misspelt one is not passed over.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        if (!_isObject)
        {
            Report("wrong-type", "", "此处应为对象", "写成 { … }");
            return;
        }

        var seen = new HashSet<string>();
        foreach (var field in element.EnumerateObject())
        {
            if (!names.Contains(field.Name))
                Report("unknown-field", field.Name, $"没有“{field.Name}”这个字段", $"可用的字段：{string.Join("、", names)}");
            else if (!seen.Add(field.Name))
                Report("duplicate-field", field.Name, $"字段“{field.Name}”写了两次", "只留一个");
        }
    }

    public string? Text(string name, bool required = true)
    {
        if (Find(name, required) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            return value.GetString();
        Report("wrong-type", name, "此处应为文字", "写双引号内的文字，不能为空");
        return null;
    }

    public int Year(string name)
    {
        if (Find(name, required: true) is not { } value)
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var year) && year is >= Festival.FirstYear and < Festival.LastYear - 2)
            return year;
        Report("year-invalid", name, $"此处应为 {Festival.FirstYear} 至 {Festival.LastYear - 3} 的年份", "写通知标题中的年份，用数字");
        return 0;
    }

    public LocalDate Date(string name) => Find(name, required: true) is { } value ? Date(value, name) : default;

    public ImmutableArray<LocalDate> Dates(string name) => Items(name, required: true, Date);

    public ImmutableArray<T> List<T>(string name, Func<JsonFields, T> read, bool required = true) =>
        Items(name, required, (item, at) => read(new JsonFields(item, path.Length == 0 ? at : $"{path}.{at}", diagnostics)));

    public void Report(string code, string name, string message, string mend) =>
        diagnostics.Add(new(code, (path, name) switch { ("", _) => name, (_, "") => path, _ => $"{path}.{name}" }, message, mend));

    private ImmutableArray<T> Items<T>(string name, bool required, Func<JsonElement, string, T> read)
    {
        if (Find(name, required) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select((item, index) => read(item, string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]")))];
        Report("wrong-type", name, "此处应为数组", "写成 [ … ]");
        return [];
    }

    private LocalDate Date(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return LocalDate.FromDateOnly(date);
        Report("date-invalid", name, $"{value.GetRawText()} 不是日期", "写存在的日期，形如 \"2026-10-01\"");
        return default;
    }

    private JsonElement? Find(string name, bool required)
    {
        if (!_isObject)
            return null;
        if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;
        if (required)
            Report($"{name}-missing", name, $"缺少字段“{name}”", "补上该字段");
        return null;
    }
}
