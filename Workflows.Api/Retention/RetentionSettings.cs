using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using Workflows.Api.Hosting;

namespace Workflows.Api.Retention;

/// <summary>For how long the personal data of a case are kept after its end. No text read says so; what is not set is kept.</summary>
/// <param name="Years">Years after the legal day of the end, <c>Retention:Years</c>; null for ever.</param>
/// <param name="ByProcedure">Years for some procedures, <c>Retention:Procedures:ID</c>.</param>
internal sealed record RetentionSettings(int? Years, FrozenDictionary<string, int> ByProcedure)
{
    private const int Longest = 100;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A period is no whole number of years from 1 to 100.</exception>
    public static RetentionSettings Read(IConfiguration configuration) => new(
        configuration["Retention:Years"] is { } years ? Number("Retention:Years", years) : null,
        configuration.GetSection("Retention:Procedures").GetChildren()
            .ToFrozenDictionary(child => child.Key, child => Number(child.Path, child.Value), StringComparer.Ordinal));

    /// <summary>Years for a procedure; null for ever.</summary>
    public int? For(string procedure) => ByProcedure.TryGetValue(procedure, out var years) ? years : Years;

    /// <summary>The first day on which the personal data of a case may be erased; null for never.</summary>
    /// <param name="procedure">Its procedure.</param>
    /// <param name="closedOn">Legal day of its end; null while open.</param>
    public LocalDate? DueOn(string procedure, LocalDate? closedOn) =>
        closedOn is { } day && For(procedure) is { } years ? day.PlusYears(years).PlusDays(1) : null;

    private static int Number(string key, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= Longest
            ? years
            : throw new StartRefusedException($"{key} takes a whole number of years from 1 to {Longest}.");
}
