using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Registers;

/// <summary>A kind of fact that the published procedures record, as a table.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Title">Title.</param>
/// <param name="Columns">What its entries say, in the order in which the procedures name it.</param>
/// <param name="RecordedBy">Procedures that record it.</param>
internal sealed record Register(string Kind, LocalizedText Title, ImmutableArray<RegisterColumn> Columns, ImmutableArray<string> RecordedBy)
{
    private static readonly ImmutableDictionary<string, LocalizedText> Titles = new Dictionary<string, LocalizedText>
    {
        ["non-disclosure-register"] = new("不予公开政府信息台账", "Register of what is not disclosed"),
        ["catalogue-proactive"] = new("主动公开政府信息目录", "Catalogue of what is disclosed proactively"),
        ["catalogue-on-application"] = new("依申请公开政府信息目录", "Catalogue of what is disclosed on application"),
        ["catalogue-not-disclosed"] = new("不予公开政府信息目录", "Catalogue of what is not disclosed"),
        ["complaint"] = new("举报", "Complaints"),
        ["assessment-finding"] = new("考核发现的问题", "Findings for the assessment"),
        ["social-evaluation"] = new("社会评议结果", "Results of the social evaluation"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Every register, by kind. Versions that are no longer the newest count as well: cases were recorded by them.</summary>
    public static ImmutableArray<Register> All(ProcedureRegistry procedures) =>
    [
        .. procedures.Procedures.SelectMany(name => procedures.Versions(name)).Reverse()
            .SelectMany(prepared => prepared.Definition.Triggers.Append(prepared.Definition.Opening)
                .SelectMany(trigger => trigger.Branches.SelectMany(branch => branch.Records)
                    .Select(fact => (prepared.Definition, Trigger: trigger, Fact: fact))))
            .GroupBy(one => one.Fact.Kind, StringComparer.Ordinal)
            .OrderBy(facts => facts.Key, StringComparer.Ordinal)
            .Select(facts => new Register(
                facts.Key,
                Titles.GetValueOrDefault(facts.Key) ?? facts.First().Trigger.Title,
                [
                    .. facts.SelectMany(one => one.Fact.Values.Select(value => (value.Field, Source: Source(one.Definition, value.Value))))
                        .GroupBy(value => value.Field, StringComparer.Ordinal)
                        .Select(column => new RegisterColumn(column.Key, [.. column.Select(value => value.Source).OfType<FieldDefinition>()])),
                ],
                [.. facts.Select(one => one.Definition.Procedure).Distinct().Order(StringComparer.Ordinal)])),
    ];

    /// <summary>A register; null when no procedure records such facts.</summary>
    public static Register? Find(ProcedureRegistry procedures, string kind) => All(procedures).FirstOrDefault(register => register.Kind == kind);

    private static FieldDefinition? Source(ProcedureDefinition definition, ValueSource source) =>
        source is ValueSource.Field named ? definition.Fields.FirstOrDefault(field => field.Name == named.Name) : null;
}

/// <summary>A column of a register.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Sources">Fields that the value is taken from, those of the newest versions first; none where it is fixed or comes from another case.</param>
internal sealed record RegisterColumn(string Name, ImmutableArray<FieldDefinition> Sources)
{
    /// <summary>Title: that of the field.</summary>
    public LocalizedText Title => Sources.IsEmpty ? new LocalizedText(Name, Name) : Sources[0].Title;

    /// <summary>A value as people read it in a table.</summary>
    public string Text(FieldValue value) => value switch
    {
        FieldValue.Text text => Choice(text.Value),
        FieldValue.Choices choices => string.Join('、', choices.Values.Select(Choice)),
        FieldValue.Boolean truth => truth.Value ? "是" : "否",
        _ => ValueText.Of(value),
    };

    private string Choice(string value) =>
        Sources.SelectMany(source => source.Values).FirstOrDefault(known => known.Value == value)?.Title.Zh ?? value;
}
