using Workflows.Engine;

namespace Workflows.Storage.Journal;

/// <summary>Committed cases, the least recently used leaving first. Only the writer puts; anyone may look.</summary>
internal sealed class CaseCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<CaseId, LinkedListNode<CachedCase>> byId = [];
    private readonly LinkedList<CachedCase> byUse = new();

    public CachedCase? Find(CaseId id)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value;
        }
    }

    public void Put(CachedCase item)
    {
        lock (gate)
        {
            if (byId.TryGetValue(item.State.Id, out var node))
            {
                node.Value = item;
                return;
            }

            byId.Add(item.State.Id, byUse.AddFirst(item));
            if (byId.Count <= capacity)
                return;
            byId.Remove(byUse.Last!.Value.State.Id);
            byUse.RemoveLast();
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            byId.Clear();
            byUse.Clear();
        }
    }
}
