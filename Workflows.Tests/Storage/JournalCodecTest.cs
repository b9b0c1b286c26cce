using System.Reflection;
using System.Text;
using FluentAssertions;
using FluentAssertions.Equivalency;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Storage;

public class JournalCodecTest
{
    private static readonly JournalCodec Codec = new(SmallProcedure.Find);

    [Test]
    public void Entry_OfAnyShape_ReadsBackEqualAndIsCanonical() => ForAll(seed =>
    {
        var entry = new Samples(seed).Entry();
        var json = Codec.WriteEntry(entry, SmallProcedure.Name, 1, PlainSealer.Instance);
        Codec.ReadEntry(json, SmallProcedure.Name, 1, PlainSealer.Instance).Should().BeEquivalentTo(entry, Exactly);
        return CanonicalJson.Of(json).AsSpan().SequenceEqual(json);
    });

    [Test]
    public void State_OfAnyShape_ReadsBackEqualAndIsCanonical() => ForAll(seed =>
    {
        var state = new Samples(seed).State();
        var json = Codec.WriteState(state, PlainSealer.Instance);
        Codec.ReadState(json, PlainSealer.Instance).Should().BeEquivalentTo(state, Exactly);
        return CanonicalJson.Of(json).AsSpan().SequenceEqual(json);
    });

    [Test]
    public void EveryEvent_HasAName()
    {
        var events = typeof(CaseEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).Select(type => type.Name);
        var sampled = Enumerable.Range(0, 500).Select(seed => new Samples(seed).Entry().Event).ToList();

        sampled.Select(what => what.GetType().Name).Distinct().Should().BeEquivalentTo(events);
        sampled.Should().AllSatisfy(what => JournalCodec.TypeOf(what).Replace("-", "", StringComparison.Ordinal).Should().BeEquivalentTo(what.GetType().Name));
    }

    /// <summary>A property added to the state must be added to the codec and to the samples.</summary>
    [Test]
    public void EveryPropertyOfTheState_IsWritten()
    {
        var json = Encoding.UTF8.GetString(Codec.WriteState(
            Enumerable.Range(0, 500).Select(seed => new Samples(seed).State()).First(state =>
                state is { Closed: true, ClosedOn: not null, Outcome: not null, Parent: not null, Flags.IsEmpty: false, Schedule: not null, Attachments.IsEmpty: false, Services.IsEmpty: false, Mails.IsEmpty: false }),
            PlainSealer.Instance));

        foreach (var property in typeof(CaseState).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
            json.Should().Contain($"\"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}\":");
    }

    [Test]
    public void KeyDestroyed_EverythingElseStillReads() => ForAll(seed =>
    {
        var entry = new Samples(seed).Entry();
        var json = Codec.WriteEntry(entry, SmallProcedure.Name, 1, PlainSealer.Instance);
        var read = Codec.ReadEntry(json, SmallProcedure.Name, 1, Gone.Instance);
        (read with { Event = entry.Event, Note = entry.Note }).Should().BeEquivalentTo(entry, Exactly);
        (read.Note is null).Should().Be(entry.Note is null);
        if (entry.Note is not null)
            read.Note.Should().Be(Destroyed.Marker);
        if (read.Event is CaseEvent.Moved moved && moved.Set.TryGetValue("applicant.name", out var name))
            name.Should().Be(Destroyed.Value);
        if (read.Event is CaseEvent.DocumentIssued issued)
            issued.Data.Should().Be(Destroyed.Data);
        return true;
    });

    private static void ForAll(Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));

    private static EquivalencyAssertionOptions<T> Exactly<T>(EquivalencyAssertionOptions<T> options) =>
        options.RespectingRuntimeTypes().WithStrictOrdering().ComparingByValue<NodaTime.LocalDate>().ComparingByValue<NodaTime.Instant>();

    private sealed class Gone : ISealer
    {
        public static readonly Gone Instance = new();

        public string Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated) => throw new NotSupportedException();

        public bool TryOpen(string envelope, ReadOnlySpan<byte> associated, out byte[] plain)
        {
            plain = [];
            return false;
        }
    }
}
