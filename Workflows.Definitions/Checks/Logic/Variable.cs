namespace Workflows.Definitions;

/// <summary>Something that a condition asks about, with the finite number of answers that conditions can tell apart.</summary>
/// <param name="Name">What it is, as messages show it.</param>
/// <param name="Answers">What each answer is, as messages show it.</param>
internal sealed record Variable(string Name, string[] Answers)
{
    /// <summary>The formula that the answer is one for which the test holds.</summary>
    public Formula Where(Func<int, bool> test) => new Formula.Answer(this, [.. Enumerable.Range(0, Answers.Length).Select(test)]);

    public Formula IsYes() => Where(i => i == 1);
}
