namespace Workflows.Api.Limits;

/// <summary>What became of a request's claim on a quota.</summary>
/// <param name="Granted">It may go on.</param>
/// <param name="Left">Requests that could follow at once.</param>
/// <param name="Seconds">Granted: until the quota is whole again. Refused: until one more is granted. Rounded up.</param>
internal readonly record struct Allowance(bool Granted, long Left, long Seconds);
