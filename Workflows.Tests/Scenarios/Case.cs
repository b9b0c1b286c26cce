using System.Text.Json;
using FluentAssertions;
using NodaTime.Text;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>A case in its world: what is done with it and what can be seen of it.</summary>
internal sealed record Case(World World, CaseId Id)
{
    public CaseState State => World.State(Id);

    public IEnumerable<CaseEvent> Events => World.Journal.History(Id).Select(entry => entry.Event);

    /// <summary>Documents issued, as <c>name number</c>.</summary>
    public IEnumerable<string> Issued => Events.OfType<CaseEvent.DocumentIssued>().Select(issued => $"{issued.Document} {issued.Number.Text}");

    /// <summary>A field as plain text, number, yes or no; null when it has no value.</summary>
    public object? this[string field] => State.Fields.GetValueOrDefault(field) switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Boolean yes => yes.Value,
        FieldValue.Date date => LocalDatePattern.Iso.Format(date.Value),
        FieldValue.Number number => number.Value,
        FieldValue.Choices choices => string.Join(",", choices.Values),
        FieldValue.Rows rows => rows.Items.Length,
        _ => null,
    };

    public static Case Open(World world, string procedure, string agency, Given input) =>
        new(world, world.Open(procedure, agency, input));

    public static Refusal RefuseToOpen(World world, string procedure, string agency, Given input) =>
        world.Refuse(new CaseRequest(new CaseId(Guid.AllBitsSet), new Command.OpenCase
        {
            Actor = world.Actor,
            Id = new CaseId(Guid.AllBitsSet),
            Agency = agency,
            Input = World.Json(input),
        })
        {
            Procedure = procedure,
        });

    /// <summary>One who holds all other roles cannot open it; one who holds only this one, in the agency, can.</summary>
    public static Case OpenOnlyAs(string role, World world, string procedure, string agency, Given input)
    {
        world.Actor = Bodies.AllBut(role);
        RefuseToOpen(world, procedure, agency, input).Code.Should().Be(RefusalCode.NotAllowed);
        world.Actor = Bodies.Only(agency, role);
        var one = Open(world, procedure, agency, input);
        world.Actor = Bodies.Everyone;
        return one;
    }

    /// <summary>It cannot be opened without any one of the fields.</summary>
    public static void OpeningNeeds(string procedure, string agency, Given input, params string[] fields)
    {
        foreach (var field in fields)
            RefuseToOpen(Catalogue.World(), procedure, agency, input.Without(field)).Fields.Select(problem => problem.Field).Should().Equal([field], $"{procedure} needs {field}");
    }

    public Case On(string day)
    {
        World.On(day);
        return this;
    }

    /// <summary>Whether a body would take the case that another body hands to it with this.</summary>
    public static CaseOutcome HandedOver(string procedure, string from, string to, Given input)
    {
        var (world, parent, child) = (Catalogue.World(), new CaseId(Guid.AllBitsSet), new CaseId(new Guid(1, 0, 0, new byte[8])));
        return world.Send(new CaseRequest(child, new Command.OpenCase
        {
            Actor = world.Actor,
            Id = child,
            Agency = to,
            Input = World.Json(input),
            Parent = new ParentLink(parent, parent, from),
        })
        {
            Procedure = procedure,
        });
    }

    public Case Fire(string trigger, Given? input = null)
    {
        World.Fire(Id, trigger, input);
        return this;
    }

    public Refusal Refuse(string trigger, Given? input = null)
    {
        var before = State;
        var refusal = World.Refuse(Id, trigger, input);
        State.Should().BeSameAs(before, "a refused command changes nothing");
        return refusal;
    }

    /// <summary>One who holds all other roles is refused; one who holds only this one, in the agency of the case, is not.</summary>
    public Case FireOnlyAs(string role, string trigger, Given? input = null) => FireOnlyAs([role], trigger, input);

    public Case FireOnlyAs(string[] roles, string trigger, Given? input = null)
    {
        World.Actor = Bodies.AllBut(roles);
        Refuse(trigger, input).Detail.Should().Contain($"（{roles[0]}）");
        World.Actor = Bodies.Only(State.Agency, roles[^1]);
        Fire(trigger, input);
        World.Actor = Bodies.Everyone;
        return this;
    }

    /// <summary>Each of the fields is asked for: without it the command is refused for it and for nothing else.</summary>
    public Case Needs(string trigger, Given input, params string[] fields)
    {
        foreach (var field in fields)
            Refuse(trigger, input.Without(field)).Fields.Select(problem => problem.Field).Should().Equal([field], $"{trigger} needs {field}");
        return this;
    }

    public Case Child(string procedure, int index = 0) => new(World, World.Child(Id, procedure, index));

    public string? Due(string clock) =>
        State.Clocks.GetValueOrDefault(clock)?.Deadline.Due is { } due ? LocalDatePattern.Iso.Format(due) : null;

    public CaseEvent.DocumentIssued Letter(string document) =>
        Events.OfType<CaseEvent.DocumentIssued>().LastOrDefault(issued => issued.Document == document)
        ?? throw new AssertionException($"No {document} was issued.");

    /// <summary>What a letter prints at a dotted path of its data.</summary>
    public string Printed(string document, string path)
    {
        using var data = JsonDocument.Parse(Letter(document).Data);
        var at = data.RootElement;
        foreach (var part in path.Split('.'))
            at = at.TryGetProperty(part, out var inner) ? inner : throw new AssertionException($"{document} has no {path}.");
        return at.ToString();
    }

    public CaseEvent.FactRecorded[] Facts(string kind) => [.. Events.OfType<CaseEvent.FactRecorded>().Where(fact => fact.Kind == kind)];

    public CaseEvent.Moved LastMove => Events.OfType<CaseEvent.Moved>().Last();

    /// <summary>The legal day of the last move.</summary>
    public string MovedOn => LocalDatePattern.Iso.Format(State.LastDay);
}
