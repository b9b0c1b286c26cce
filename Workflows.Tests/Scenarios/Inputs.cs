using Workflows.Definitions;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios;

/// <summary>Input for a trigger: often sensible, sometimes with something missing, sometimes nonsense.</summary>
internal static class Inputs
{
    private static readonly Given[] Replied =
    [
        Replies.OnTheSpot, Replies.Later, Replies.ForAFee, Replies.Partly, Replies.AlreadyPublic, Replies.NotThisAgency, Replies.NotFound,
        Replies.Refusing("commercial-secret"), Replies.Refusing("state-secret"), Replies.Refusing("unrelated-to-needs"), Replies.Refusing("third-party-objects", "commercial-secret"),
    ];

    public static Given For(ProcedureDefinition definition, TriggerDefinition trigger, int seed)
    {
        var random = new Random(seed);
        var given = new Given();
        if (trigger.Name == "reply")
            given = Replied[random.Next(Replied.Length)];
        else if (trigger.Name == "record-findings" && random.Next(3) > 0)
            given = Application.Nothing;
        else
        {
            foreach (var input in trigger.Input.Where(_ => random.Next(12) > 0))
                given = given.With(input.Field, Value(definition.Fields.Single(field => field.Name == input.Field), random));
        }

        return random.Next(15) == 0 ? given.With("nonsense", 1) : random.Next(15) == 0 && given.Count > 0 ? given.Without(given.Keys.First()) : given;
    }

    private static object? Value(FieldDefinition field, Random random) => field.Type switch
    {
        FieldType.Boolean => random.Next(5) > 0,
        FieldType.Choice => field.Values[random.Next(field.Values.Length)].Value,
        FieldType.Choices => field.Values.Where(_ => random.Next(2) == 0).Select(value => value.Value),
        FieldType.Date => $"2026-0{random.Next(1, 10)}-1{random.Next(0, 10)}",
        FieldType.Integer => random.Next(-1, 18),
        FieldType.Money => random.Next(0, 100),
        FieldType.List => Enumerable.Range(0, random.Next(1, 3)).Select(_ => new Given().With(field.Columns, random)),
        _ => field.Name.EndsWith("gency", StringComparison.Ordinal) ? Bodies.Price : "某",
    };

    private static Given With(this Given row, IEnumerable<FieldDefinition> columns, Random random) =>
        columns.Aggregate(row, (given, column) => given.With(column.Name, Value(column, random)));
}
