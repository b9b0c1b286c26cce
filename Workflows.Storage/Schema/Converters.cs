using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

/// <summary>Ids as 16 bytes, most significant first.</summary>
internal sealed class CaseIdConverter() : ValueConverter<CaseId, byte[]>(
    id => Columns.Bytes(id), bytes => Columns.Id(bytes));

/// <summary>Days as ISO text, which sorts as days do.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
    date => Columns.Text(date), text => Columns.Date(text));

/// <summary>Instants as ticks of 100 ns since 1970 UTC.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
