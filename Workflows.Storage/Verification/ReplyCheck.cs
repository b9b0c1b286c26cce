using System.Security.Cryptography;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Checks;

/// <summary>Opens every stored reply: its seal covers the whole row. That one was taken away cannot be told, as they end of themselves.</summary>
internal static class ReplyCheck
{
    public static void Run(Session session, MasterKey master, CaseKeys keys, List<Fault> faults)
    {
        foreach (var row in session.Sql(Replies.Select).All(Replies.Read))
        {
            try
            {
                if (row.CaseId == Replies.NoCase)
                {
                    Replies.Open(row, master);
                    continue;
                }

                using var sealer = keys.Find(session, row.CaseId);
                Replies.Open(row, sealer);
            }
            catch (CryptographicException)
            {
                faults.Add(new Fault(FaultKind.AlteredReply, null, row.CaseId == Replies.NoCase ? null : row.CaseId, null, $"The stored reply to key '{row.Key}' of {row.Caller} is not the one that was given."));
            }
        }
    }
}
