using BenchmarkDotNet.Attributes;
using Stateless;
using Workflows.Engine;

namespace Workflows.Benchmarks.Functions;

/// <summary>
/// One trigger of the largest definition decided, against Stateless firing on a ready machine of the same size: as many
/// states, in each as many triggers.
/// </summary>
[MemoryDiagnoser]
public class Deciding
{
    private readonly DecisionContext context = BenchmarkCase.Context();
    private StateMachine<int, int> machine = null!;
    private CaseState state = null!;
    private Command.FireTrigger command = null!;

    [GlobalSetup]
    public void Prepare()
    {
        state = BenchmarkCase.Open(context);
        command = BenchmarkCase.Repeatable();
        if (Interpreter.Decide(context, state, command) is not Decision.Accepted)
            throw new InvalidOperationException("The command that is measured must be accepted.");
        var definition = context.Definition.Definition;
        machine = new StateMachine<int, int>(0, FiringMode.Immediate);
        for (var number = 0; number < definition.States.Length; number++)
        {
            var row = machine.Configure(number);
            for (var trigger = 0; trigger < definition.States.Max(one => one.On.Length) + definition.Anywhere.Length + definition.Everywhere.Length; trigger++)
                row.PermitReentry(trigger);
        }
    }

    [Benchmark(Baseline = true)]
    public void StatelessFire() => machine.Fire(1);

    [Benchmark]
    public Decision Decide() => Interpreter.Decide(context, state, command);
}
