using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Opens a case: everything it is pinned to is named in its first entry.</summary>
internal static class Opening
{
    public static Refusal? Decide(Draft draft, Command.OpenCase command)
    {
        var context = draft.Context;
        var definition = context.Definition;
        var trigger = definition.Opening;
        if (context.Agencies.Find(command.Agency) is not { } agency)
            return Refusals.Invalid("agency", "没有这个机关，请填写已登记机关的代码");
        if (agency.Successor is not null)
            return Refusals.Merged(agency, context.Agencies);
        if (Authority.OfOpening(definition, command) is not { } stamp)
            return Refusals.NoRole(context, trigger.Definition, Authority.RolesOf(trigger.Definition), command.Agency);
        if (command.Schedule is { } period)
        {
            if (definition.Definition.Schedules.FirstOrDefault(known => known.Name == period.Schedule) is not { } schedule)
                return Refusal.Of(RefusalCode.NotFound, $"程序“{definition.Definition.Title.Zh}”没有名为“{period.Schedule}”的日历立案");
            command = Scheduled(command, period, schedule, context);
        }

        var (happening, refused) = LegalDays.Of(command, stamp, null, context);
        if (refused is not null)
            return refused;
        var (values, scope, problems) = TriggerInput.Read(
            definition, trigger, command.Input, new ConditionScope(definition, null, FieldMap.Empty, happening.Day, context.Calendar, null), context.Now);
        if (!problems.IsEmpty)
            return command.Parent is null ? Refusals.Invalid(problems) : Refusals.ChildNotOpened(definition.Definition, problems);
        if (Branching.Choose(trigger, scope, out var branch) is { } unmet)
            return unmet;
        var chosen = trigger.Definition.Branches[branch];
        var (set, cleared) = Assignments.Of(chosen.Sets, scope, null);
        draft.Add(happening, new CaseEvent.Opened
        {
            Procedure = definition.Definition.Procedure,
            DefinitionVersion = definition.Version,
            DefinitionHash = definition.Hash,
            CalendarVersion = context.Calendar.Version,
            InterpreterFlags = Interpreter.CurrentFlags,
            Agency = command.Agency,
            Reference = draft.Number(definition.Definition.Reference, $"{command.Agency}/{definition.Definition.Procedure}"),
            Parent = command.Parent,
            Schedule = command.Schedule is { } opened ? new ScheduledOpening(opened.Schedule, opened.Period, context.Today > opened.Period) : null,
            To = trigger.Targets[branch],
            Set = values.SetItems(set).RemoveRange(cleared),
            Basis = chosen.Basis ?? trigger.Definition.Basis,
        }, command.Id);
        return Effects.Follow(draft, happening, command.Actor, trigger.Definition, chosen, null, null);
    }

    /// <summary>The command with the values of the schedule; one that comes late says why.</summary>
    private static Command.OpenCase Scheduled(
        Command.OpenCase command, ScheduledPeriod period, ScheduleDefinition schedule, DecisionContext context) => command with
        {
            Input = InputValues.None with { Typed = Assignments.Of(schedule.With, default, null).Set },
            Note = context.Today > period.Period
            ? $"“{schedule.Title.Zh}”应于 {period.Period:uuuu-MM-dd} 立案，至 {context.Today:uuuu-MM-dd} 补立"
            : null,
        };
}
