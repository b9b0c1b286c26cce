using NodaTime;

namespace Workflows.Engine;

/// <summary>A document that is to go out by e-mail. The address is sealed at rest.</summary>
/// <param name="Document">Number of the document within the case, from 1.</param>
/// <param name="Field">Field of the case from which the address was taken.</param>
/// <param name="Address">The address, as it was then.</param>
public sealed record Mail(int Document, string Field, string Address);

/// <summary>An e-mail in the register of a case.</summary>
/// <param name="Sequence">The entry that asked for it.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Mail">The e-mail.</param>
/// <param name="Service">Number of the service by which it was recorded as sent, from 1; null while it is not.</param>
/// <param name="Failure">Why it could not be sent, without any address; null while that may still succeed, and when it did.</param>
public sealed record RequestedMail(int Sequence, Instant RequestedAt, Mail Mail, int? Service, string? Failure)
{
    /// <summary>It has still to be sent.</summary>
    public bool Pending => Service is null && Failure is null;
}
