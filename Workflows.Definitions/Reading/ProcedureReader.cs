using System.Collections.Immutable;
using Workflows.Calendar;

namespace Workflows.Definitions;

/// <summary>Reads a whole procedure and the simple lists that it begins with.</summary>
internal static class ProcedureReader
{
    public static ProcedureDefinition Read(Reading reading, SourceNode root, string source)
    {
        var element = reading.Open(root, KeyTable.Procedure, "");
        reading.Acts = NamedActs.Read(element);
        var fields = FieldReader.Fields(element);
        reading.Names = DeclaredNames.Gather(root, fields);
        reading.InputGroups = InputGroups.Read(element);
        var definition = Definition(reading, element, fields, source);
        if (!reading.Complaints.HasErrors)
        {
            reading.Acts.TellUnused(reading);
            reading.InputGroups.TellUnused(reading);
        }

        return definition;
    }

    private static ProcedureDefinition Definition(Reading reading, Element element, ImmutableArray<FieldDefinition> fields, string source) =>
        new()
        {
            Procedure = element.Find("procedure") is { } name ? reading.Named(name, "程序", NameForms.Procedure) : "",
            Title = element.Title(),
            Act = reading.Acts.Own,
            Calendar = Calendar(element),
            Reference = Number(element, "reference") ?? "",
            Roles = [.. element.Entries("roles", "角色", NameForms.Id).Select(entry => Role(reading, entry))],
            Fields = fields,
            Flags = [.. element.Entries("flags", "标志", NameForms.Id).Select(entry => Flag(reading, entry))],
            Clocks = ClockReader.Clocks(element),
            Documents = [.. element.Entries("documents", "文书", NameForms.Id).Select(entry => Document(reading, entry))],
            Opening = TriggerReader.Opening(element),
            States = StateReader.States(element),
            Anywhere = TriggerReader.Triggers(element, "anywhere", ElementPath.Anywhere),
            Everywhere = TriggerReader.Triggers(element, "everywhere", ElementPath.Everywhere),
            AnnualReport = ReportReader.Procedure(element),
            Schedules = ScheduleReader.Schedules(element),
            Returns = element.References("returns", NameKind.Field),
            Basis = [.. element.Many("basis").Select((node, index) => reading.Basis(node, ElementPath.Basis(index)))],
            Source = source,
        };

    private static CalendarId Calendar(Element element)
    {
        var text = element.Text("calendar");
        if (CalendarId.IsWellFormed(text))
            return new(text);
        if (text.Length > 0)
        {
            element.Error(DiagnosticCodes.MalformedValue, element.Find("calendar"), $"`{Reading.Shown(text)}` 不是日历",
                "写 `CN`，或 `CN-` 加二、四、六位行政区划代码");
        }

        return CalendarId.China;
    }

    private static string? Number(Element element, string key)
    {
        var text = element.OptionalText(key);
        if (text is { Length: > 0 } && !IsNumberPattern(text))
        {
            element.Error(DiagnosticCodes.MalformedValue, element.Find(key), $"编号 `{Reading.Shown(text)}` 的写法不对",
                "须恰有一个 `{year}` 和一个 `{serial}`，不得有其他花括号，如 `桦依申〔{year}〕{serial}号`");
        }

        return text;
    }

    private static bool IsNumberPattern(string text)
    {
        var rest = text.Split("{year}");
        return rest.Length == 2 && text.Split("{serial}").Length == 2
            && !string.Concat(rest).Replace("{serial}", "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}');
    }

    private static RoleDefinition Role(Reading reading, SourceNode.Entry entry)
    {
        var element = reading.Open(entry.Value, KeyTable.Role, ElementPath.Role(entry.Key.Value), entry.Key.Location);
        var of = element.OptionalText("of");
        if (of is not (null or "" or "agency" or "parent-agency"))
            element.Error(DiagnosticCodes.MalformedValue, element.Find("of"), $"没有 `{Reading.Shown(of)}` 这一机关", "写 `agency` 或 `parent-agency`");
        return new(entry.Key.Value, element.Title(), of == "parent-agency" ? RoleScope.ParentAgency : RoleScope.Agency);
    }

    private static FlagDefinition Flag(Reading reading, SourceNode.Entry entry)
    {
        var element = reading.Open(entry.Value, KeyTable.Flag, ElementPath.Flag(entry.Key.Value), entry.Key.Location);
        return new(entry.Key.Value, element.Title(), element.Basis());
    }

    private static DocumentDefinition Document(Reading reading, SourceNode.Entry entry)
    {
        var element = reading.Open(entry.Value, KeyTable.Document, ElementPath.Document(entry.Key.Value), entry.Key.Location);
        var numberOf = element.Find("numberOf");
        return new(entry.Key.Value, element.Title(), element.Text("template"), Number(element, "number"),
            numberOf is null ? null
                : numberOf is SourceNode.Scalar { Value: DocumentDefinition.NumberOfCase } ? DocumentDefinition.NumberOfCase
                : reading.Reference(numberOf, NameKind.Document),
            element.Basis());
    }
}
