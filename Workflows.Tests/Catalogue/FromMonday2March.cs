using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Catalogue;

/// <summary>Tests of the published procedures begin on Monday 2 March 2026, in a world where one person holds every role.</summary>
public abstract class FromMonday2March
{
    protected World World { get; private set; } = null!;

    [SetUp]
    public void Begin() => World = Published.World().On("2026-03-02");
}
