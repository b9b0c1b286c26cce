using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>What every unit of work needs and none owns.</summary>
internal sealed record WriterTools(
    JournalCodec Codec,
    Func<string, int, ProcedureDefinition> Definitions,
    Func<string, int, ProcedureDefinition?> Counting,
    MasterKey Master,
    CaseKeys Keys,
    Hasher Hasher,
    CaseCache Cache,
    IClock Clock,
    Duration ReplyLife);
