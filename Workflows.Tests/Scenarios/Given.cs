namespace Workflows.Tests.Scenarios;

/// <summary>What is sent with a command, by the names of the fields.</summary>
internal sealed class Given : Dictionary<string, object?>
{
    public Given With(string field, object? value) => new Given(this) { [field] = value };

    public Given With(Given other) => other.Aggregate(this, (given, pair) => given.With(pair.Key, pair.Value));

    public Given Without(params string[] fields)
    {
        var given = new Given(this);
        foreach (var field in fields)
            given.Remove(field);
        return given;
    }

    public Given()
    {
    }

    private Given(Given other)
        : base(other)
    {
    }
}
