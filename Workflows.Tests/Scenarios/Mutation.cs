using System.Collections.Immutable;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using AnnualDate = NodaTime.AnnualDate;

namespace Workflows.Tests.Scenarios;

/// <summary>A procedure in which one element that carries rules is missing or says something else.</summary>
/// <param name="Rules">The rules that the element carries.</param>
/// <param name="Detail">Of an element that stays: a test of one of its rules must notice; an element that is missing concerns all.</param>
/// <param name="What">The element and what has been done to it.</param>
/// <param name="Definition">The procedure so altered.</param>
internal sealed record Mutation(ImmutableArray<string> Rules, string What, ProcedureDefinition Definition, bool Detail = false)
{
    public override string ToString() => $"{Definition.Procedure}: {What}";

    /// <summary>Every element of a procedure, one at a time.</summary>
    public static IEnumerable<Mutation> Of(ProcedureDefinition definition) =>
        [.. Schedules(definition), .. Clocks(definition), .. Documents(definition), .. Flags(definition), .. Fields(definition), .. States(definition), .. Triggers(definition)];

    /// <summary>A procedure that does not require what these rules ask for.</summary>
    public static ProcedureDefinition WithoutRequirements(ProcedureDefinition definition, string[] rules) => EachTrigger(
        definition, trigger => trigger with { Requires = trigger.Requires.RemoveAll(requirement => requirement.Basis.Rules.Intersect(rules).Any()) });

    /// <summary>A procedure in which what leads to one state, or to another that begins with it, leads past it.</summary>
    public static ProcedureDefinition Redirected(ProcedureDefinition definition, string from, string to) => EachBranch(
        definition, branch => branch.To is { } into && PreparedState.LeafOf(definition, into) == from ? branch with { To = to } : branch);

    private static IEnumerable<Mutation> Schedules(ProcedureDefinition definition)
    {
        foreach (var schedule in definition.Schedules)
        {
            var name = $"schedule {schedule.Name}";
            Mutation Altered(string what, ScheduleDefinition altered) =>
                new(schedule.Basis.Rules, $"{name} {what}", definition with { Schedules = definition.Schedules.Replace(schedule, altered) }, Detail: true);
            yield return new(schedule.Basis.Rules, $"no {name}", definition with { Schedules = definition.Schedules.Remove(schedule) });
            foreach (var day in schedule.Days)
            {
                yield return Altered($"a day after {day}", schedule with { Days = schedule.Days.Replace(day, After(day)) });
                if (schedule.Days.Length > 1)
                    yield return Altered($"not on {day}", schedule with { Days = schedule.Days.Remove(day) });
            }

            yield return Altered("for everyone", schedule with { For = new ScheduleAgencies(null, []) });
            foreach (var given in schedule.With)
                yield return Altered($"without {given.Field}", schedule with { With = schedule.With.Remove(given) });
        }
    }

    private static IEnumerable<Mutation> Clocks(ProcedureDefinition definition)
    {
        foreach (var clock in definition.Clocks)
        {
            var name = $"clock {clock.Name}";
            Mutation Altered(LegalBasis basis, string what, ClockDefinition altered) =>
                new(basis.Rules, what, definition with { Clocks = definition.Clocks.Replace(clock, altered) });
            yield return new(clock.Basis.Rules, $"no {name}", definition with { Clocks = definition.Clocks.Remove(clock) });
            if (clock.Period is { } period)
                yield return Altered(clock.Basis, $"{name} one day longer", clock with { Period = Longer(period) });
            foreach (var (value, length) in clock.PeriodBy?.Values ?? [])
            {
                var longer = clock.PeriodBy! with { Values = clock.PeriodBy!.Values.Replace(new(value, length), new(value, Longer(length))) };
                yield return Altered(clock.Basis, $"{name} for {value} one unit longer", clock with { PeriodBy = longer });
            }

            if (clock.From is not null)
                yield return Altered(clock.Basis, $"{name} not from {clock.From}", clock with { From = null });
            foreach (var pause in clock.PausedWhile)
                yield return Altered(pause.Basis, $"{name} does not pause while {pause.Child ?? pause.Flag ?? pause.State}", clock with { PausedWhile = clock.PausedWhile.Remove(pause) });
            if (clock.Extension is not { } extension)
                continue;
            yield return Altered(extension.Basis, $"{name} is not extended", clock with { Extension = null });
            yield return Altered(extension.Basis, $"{name} is extended by one day more", clock with { Extension = extension with { AtMost = Longer(extension.AtMost) } });
            yield return Altered(extension.Basis, $"{name} is extended twice", clock with { Extension = extension with { AtMost = new Period.WorkingDays(99), Times = 2 } });
        }
    }

    private static IEnumerable<Mutation> Documents(ProcedureDefinition definition)
    {
        foreach (var document in definition.Documents)
        {
            Mutation Altered(string what, DocumentDefinition altered) =>
                new(document.Basis.Rules, $"document {document.Name} {what}", definition with { Documents = definition.Documents.Replace(document, altered) });
            yield return Altered("of another template", document with { Template = "another" });
            yield return Altered("of another number", document with { Number = "另{serial}号", NumberOf = null });
            yield return new(document.Basis.Rules, $"document {document.Name} is not issued", EachBranch(definition, branch =>
                branch with { Issues = branch.Issues.RemoveAll(issue => issue.Document == document.Name) }));
        }
    }

    private static IEnumerable<Mutation> Flags(ProcedureDefinition definition) => definition.Flags.Select(flag => new Mutation(
        flag.Basis.Rules, $"flag {flag.Name} is not raised", EachBranch(definition, branch => branch with { Raises = branch.Raises.Remove(flag.Name) })));

    private static IEnumerable<Mutation> Fields(ProcedureDefinition definition) => definition.Fields.Where(field => field.Basis is not null).Select(field =>
        new Mutation(field.Basis!.Rules, $"no field {field.Name}", EachTrigger(
            EachBranch(definition, branch => branch with { Sets = branch.Sets.RemoveAll(set => set.Field == field.Name) }),
            trigger => trigger with { Input = trigger.Input.RemoveAll(input => input.Field == field.Name) }) with
        {
            Fields = definition.Fields.Remove(field),
        }));

    private static IEnumerable<Mutation> States(ProcedureDefinition definition)
    {
        foreach (var state in definition.States)
        {
            if (state.Final)
                yield return new(state.Basis.Rules, $"state {state.Name} of another outcome", definition with { States = definition.States.Replace(state, state with { Outcome = "another" }) });
            if (definition.Opening.Branches.Any(branch => branch.To == state.Name))
                continue;
            yield return new(state.Basis.Rules, $"state {state.Name} is not entered", EachTrigger(definition, trigger => trigger with
            {
                Branches = [.. trigger.Branches.Select(branch => branch.To == state.Name ? branch with { To = null } : branch)],
            }));
        }
    }

    private static IEnumerable<Mutation> Triggers(ProcedureDefinition definition)
    {
        foreach (var altered in Within("open", definition.Opening, trigger => definition with { Opening = trigger }))
            yield return altered;
        foreach (var state in definition.States)
        {
            foreach (var trigger in state.On)
            {
                ProcedureDefinition Put(TriggerDefinition? other) => definition with
                {
                    States = definition.States.Replace(state, state with { On = other is null ? state.On.Remove(trigger) : state.On.Replace(trigger, other) }),
                };
                var name = $"{state.Name} {trigger.Name}";
                yield return new(trigger.Basis.Rules, $"no {name}", Put(null));
                foreach (var altered in Within(name, trigger, Put, state.Final))
                    yield return altered;
            }
        }

        foreach (var trigger in definition.Anywhere)
        {
            ProcedureDefinition Put(TriggerDefinition? other) => definition with
            {
                Anywhere = other is null ? definition.Anywhere.Remove(trigger) : definition.Anywhere.Replace(trigger, other),
            };
            var name = $"anywhere {trigger.Name}";
            yield return new(trigger.Basis.Rules, $"no {name}", Put(null));
            foreach (var altered in Within(name, trigger, Put))
                yield return altered;
        }

        foreach (var trigger in definition.Everywhere)
        {
            ProcedureDefinition Put(TriggerDefinition? other) => definition with
            {
                Everywhere = other is null ? definition.Everywhere.Remove(trigger) : definition.Everywhere.Replace(trigger, other),
            };
            var name = $"everywhere {trigger.Name}";
            yield return new(trigger.Basis.Rules, $"no {name}", Put(null));
            yield return new(trigger.Basis.Rules, $"{name} not where the case has ended", Put(null) with { Anywhere = definition.Anywhere.Add(trigger) });
            foreach (var altered in Within(name, trigger, Put))
                yield return altered;
        }
    }

    private static IEnumerable<Mutation> Within(string name, TriggerDefinition trigger, Func<TriggerDefinition, ProcedureDefinition> put, bool ended = false)
    {
        var everyone = put(trigger).Roles.Select(role => role.Name).ToImmutableArray();
        if (trigger.Cause is TriggerCause.Person person && person.Roles.Length < everyone.Length)
            yield return new(trigger.Basis.Rules, $"{name} by everyone", put(trigger with { Cause = new TriggerCause.Person(everyone) }), Detail: true);

        foreach (var requirement in trigger.Requires)
        {
            yield return new(requirement.Basis.Rules, $"{name} does not require: {requirement.Says}", put(trigger with { Requires = trigger.Requires.Remove(requirement) }));
            if (requirement.When is not null)
                yield return new(requirement.Basis.Rules, $"{name} always requires: {requirement.Says}", put(trigger with { Requires = trigger.Requires.Replace(requirement, requirement with { When = null }) }), Detail: true);
        }

        var extending = put(trigger).Clocks.Select(clock => clock.Extension?.Days);
        foreach (var input in trigger.Input.Where(input => (input.Required || input.RequiredWhen is not null) && !extending.Contains(input.Field)))
        {
            var altered = put(trigger with { Input = trigger.Input.Replace(input, input with { Required = false, RequiredWhen = null }) });
            yield return input.Basis is { } own
                ? new(own.Rules, $"{name} does not ask for {input.Field}", altered)
                : new([.. trigger.Basis.Rules, .. OfField(altered, input.Field)], $"{name} does not ask for {input.Field}", altered, Detail: true);
        }

        foreach (var branch in trigger.Branches)
        {
            var basis = branch.Basis ?? trigger.Basis;
            var which = $"{name} → {branch.To ?? "stays"}";
            TriggerDefinition With(BranchDefinition other) => trigger with { Branches = trigger.Branches.Replace(branch, other) };
            Mutation Part(IEnumerable<string> also, string what, BranchDefinition other) => new([.. basis.Rules, .. also], $"{which} {what}", put(With(other)), Detail: true);
            if (branch.Basis is not null && trigger.Branches.Length > 1)
                yield return new(basis.Rules, $"no {which}", put(trigger with { Branches = trigger.Branches.Remove(branch) }));
            foreach (var set in branch.Sets)
                yield return Part(OfField(put(trigger), set.Field), $"does not set {set.Field}", branch with { Sets = branch.Sets.Remove(set) });
            foreach (var issue in branch.Issues)
                yield return Part(put(trigger).Documents.Single(known => known.Name == issue.Document).Basis.Rules, $"does not issue {issue.Document}", branch with { Issues = branch.Issues.Remove(issue) });
            foreach (var opens in branch.Opens)
            {
                yield return Part([], $"does not open {opens.Procedure}", branch with { Opens = branch.Opens.Remove(opens) });
                if (!opens.Where.IsEmpty)
                    yield return Part([], $"opens {opens.Procedure} for every row", branch with { Opens = branch.Opens.Replace(opens, opens with { Where = [] }) });
            }

            foreach (var fact in branch.Records)
                yield return new(fact.Basis.Rules, $"{which} does not record {fact.Kind}", put(With(branch with { Records = branch.Records.Remove(fact) })));
            foreach (var collects in branch.Collects)
            {
                var what = $"{collects.Facts} of {collects.Of}";
                yield return new(collects.Basis.Rules, $"{which} does not collect {what}", put(With(branch with { Collects = branch.Collects.Remove(collects) })));
                foreach (var other in Enum.GetValues<CollectFrom>().Where(other => other != collects.Of))
                    yield return new(collects.Basis.Rules, $"{which} collects of {other}, not {what}", put(With(branch with { Collects = branch.Collects.Replace(collects, collects with { Of = other }) })), Detail: true);
            }

            if (!branch.Lowers.IsEmpty)
                yield return Part([], "lowers nothing", branch with { Lowers = [] });
            if (branch.TellsParent && !ended)
                yield return Part([], "does not tell the parent", branch with { TellsParent = false });
        }
    }

    private static ImmutableArray<string> OfField(ProcedureDefinition definition, string field) =>
        definition.Fields.Single(known => known.Name == field).Basis?.Rules ?? [];

    private static ProcedureDefinition EachBranch(ProcedureDefinition definition, Func<BranchDefinition, BranchDefinition> alter) =>
        EachTrigger(definition, trigger => trigger with { Branches = [.. trigger.Branches.Select(alter)] });

    private static ProcedureDefinition EachTrigger(ProcedureDefinition definition, Func<TriggerDefinition, TriggerDefinition> alter) => definition with
    {
        Opening = alter(definition.Opening),
        States = [.. definition.States.Select(state => state with { On = [.. state.On.Select(alter)] })],
        Anywhere = [.. definition.Anywhere.Select(alter)],
        Everywhere = [.. definition.Everywhere.Select(alter)],
    };

    private static AnnualDate After(AnnualDate day) => day.Day < 28 ? new AnnualDate(day.Month, day.Day + 1) : new AnnualDate(day.Month % 12 + 1, 1);

    private static Period Longer(Period period) => period switch
    {
        Period.WorkingDays(var days) => new Period.WorkingDays(days + 1),
        Period.CalendarDays(var days) => new Period.CalendarDays(days + 1),
        Period.Minutes(var minutes) => new Period.Minutes(minutes + 1),
        Period.FixedDate(var month, var day) => day < 28 ? new Period.FixedDate(month, day + 1) : new Period.FixedDate(month % 12 + 1, 1),
        _ => new Period.CalendarDays(100),
    };
}
