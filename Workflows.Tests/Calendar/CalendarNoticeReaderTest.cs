using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;

namespace Workflows.Tests.Calendar;

public class CalendarNoticeReaderTest
{
    private const string Sound = """
        {
          "jurisdiction": "CN-45", "year": 2024, "source": "test", "published": "2023-12-01",
          "holidays": [{"name": "三月三", "from": "2024-04-11", "to": "2024-04-12"}],
          "workdays": [{"date": "2024-04-13", "for": "三月三"}],
          "amendments": [{"source": "test 2", "published": "2024-03-01", "note": "text", "changed": ["2024-04-12", "2024-04-13"]}]
        }
        """;

    [Test]
    public void SoundNotice_IsRead()
    {
        var reading = CalendarNoticeReader.Read(Sound, "cn-45-2024.json");
        reading.Diagnostics.Should().BeEmpty();
        reading.Notice!.Reference.Should().Be(new NoticeReference(new("CN-45"), 2024, "test", new(2023, 12, 1), null));
    }

    [TestCase("\"CN-45\"", "\"GX\"", "jurisdiction-unknown", "jurisdiction")]
    [TestCase("2024,", "\"2024\",", "year-invalid", "year")]
    [TestCase("2024,", "1911,", "year-invalid", "year")]
    [TestCase("\"published\": \"2023-12-01\",", "", "published-missing", "published")]
    [TestCase("\"2023-12-01\"", "\"2023-13-01\"", "date-invalid", "published")]
    [TestCase("\"2023-12-01\"", "\"2025-01-01\"", "published-late", "published")]
    [TestCase("\"source\": \"test\"", "\"source\": \" \"", "wrong-type", "source")]
    [TestCase("\"source\": \"test\"", "\"sauce\": \"test\"", "unknown-field", "sauce")]
    [TestCase("\"source\": \"test\"", "\"source\": \"test\", \"source\": \"x\"", "duplicate-field", "source")]
    [TestCase("\"to\": \"2024-04-12\"", "\"to\": \"2024-04-10\"", "from-after-to", "holidays[0]")]
    [TestCase("\"to\": \"2024-04-12\"", "\"to\": \"2025-01-01\"", "date-outside-year", "holidays[0]")]
    [TestCase("\"from\": \"2024-04-11\"", "\"from\": \"2023-04-11\"", "date-outside-year", "holidays[0]")]
    [TestCase("\"from\": \"2024-04-11\", ", "", "from-missing", "holidays[0].from")]
    [TestCase("{\"name\": \"三月三\", \"from\": \"2024-04-11\", \"to\": \"2024-04-12\"}", "7", "wrong-type", "holidays[0]")]
    [TestCase("[{\"date\": \"2024-04-13\", \"for\": \"三月三\"}]", "{}", "wrong-type", "workdays")]
    [TestCase("\"2024-04-13\", \"for\"", "\"2024-04-15\", \"for\"", "workday-not-weekend", "workdays[0].date")]
    [TestCase("\"to\": \"2024-04-12\"", "\"to\": \"2024-04-13\"", "duplicate-date", "workdays[0].date")]
    [TestCase("\"2024-03-01\"", "\"2023-03-01\"", "amendment-early", "amendments[0].published")]
    [TestCase("[\"2024-04-12\", \"2024-04-13\"]", "[]", "changed-invalid", "amendments[0].changed")]
    [TestCase("[\"2024-04-12\", \"2024-04-13\"]", "[\"2025-04-12\"]", "date-outside-year", "amendments[0].changed")]
    [TestCase("\"2024-04-11\", \"to\": \"2024-04-12\"", "\"0001-01-01\", \"to\": \"9999-12-31\"", "date-outside-year", "holidays[0]")]
    [TestCase("[\"2024-04-12\", \"2024-04-13\"]", "[\"12 April\"]", "date-invalid", "amendments[0].changed[0]")]
    public void Fault_IsToldWithItsPlaceAndTheWayToMend(string sound, string faulty, string code, string path)
    {
        Sound.Should().Contain(sound);
        var reading = CalendarNoticeReader.Read(Sound.Replace(sound, faulty, StringComparison.Ordinal));
        reading.Notice.Should().BeNull();
        reading.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == code && diagnostic.Path == path && IsChinese(diagnostic.Message) && IsChinese(diagnostic.Mend));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"holidays\": [null, [], {\"from\": {}}]}")]
    [TestCase("{\"year\": 99999999999999999999}")]
    public void Rubbish_IsToldNotThrown(string text)
    {
        var reading = CalendarNoticeReader.Read(text);
        reading.Notice.Should().BeNull();
        reading.Diagnostics.Should().NotBeEmpty();
    }

    [Test]
    public void Text_WithAnyCharacterChanged_IsToldNotThrown()
    {
        for (var at = 0; at < Sound.Length; at++)
        {
            foreach (var wrong in new[] { "", "9", "\"", "}", "null" })
                CalendarNoticeReader.Read(Sound.Remove(at, 1).Insert(at, wrong)).Diagnostics.IsDefault.Should().BeFalse();
        }
    }

    [Test]
    public void NationalNotice_ThatSetsADayAlreadyFirm_IsReadWithAWarning()
    {
        var official = File2026().Replace("\"2026-01-01\", \"to\": \"2026-01-03\"", "\"2025-12-28\", \"to\": \"2026-01-03\"", StringComparison.Ordinal);
        CalendarNoticeReader.Read(official).Diagnostics.Should().Contain(diagnostic => diagnostic.Code == "day-was-firm" && diagnostic.IsWarning);
    }

    [Test]
    public void FileName_OfAnotherYear_IsAFault() =>
        CalendarNoticeReader.Read(Sound, "cn-45-2025.json").Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "file-name");

    [Test]
    public void NationalNotice_WithoutAStatutoryDay_IsAFault()
    {
        var reading = CalendarNoticeReader.Read("""
            {"jurisdiction": "CN", "year": 2027, "source": "empty", "published": "2026-11-30", "holidays": [], "workdays": []}
            """);
        reading.Notice.Should().BeNull();
        reading.Diagnostics.Count(diagnostic => diagnostic.Code == "statutory-day-missing").Should().Be(13);
    }

    [Test]
    public void NationalNotice_WithDaysThatDoNotBalance_IsReadWithAWarning()
    {
        var reading = CalendarNoticeReader.Read("""
            {
              "jurisdiction": "CN", "year": 2027, "source": "invented for a test", "published": "2026-11-30",
              "holidays": [
                {"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
                {"name": "春节", "from": "2027-02-05", "to": "2027-02-12"},
                {"name": "清明节", "from": "2027-04-05", "to": "2027-04-05"},
                {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
                {"name": "端午节", "from": "2027-06-09", "to": "2027-06-09"},
                {"name": "中秋节", "from": "2027-09-15", "to": "2027-09-15"},
                {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}
              ],
              "workdays": [{"date": "2027-02-14", "for": "春节"}]
            }
            """);
        reading.Notice.Should().NotBeNull();
        reading.Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "days-unbalanced" && diagnostic.IsWarning);
    }

    [Test]
    public void OfficialNotices_HaveNoFaults()
    {
        var official = CalendarArchive.Official.Notices;
        official.Select(notice => notice.Year).Should().Equal(Enumerable.Range(2007, 20));
        official.Sum(notice => notice.Holidays.Length).Should().Be(132);
        official.Sum(notice => notice.Workdays.Length).Should().Be(132);

        // They are read without checks at every start, so here they are held to all of them.
        var assembly = typeof(CalendarArchive).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Calendar.", StringComparison.Ordinal)).ToList();
        files.Should().HaveCount(20);
        foreach (var file in files)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            var reading = CalendarNoticeReader.Read(reader.ReadToEnd(), file["Calendar.".Length..]);
            reading.Notice.Should().NotBeNull(string.Join("; ", reading.Diagnostics));
        }

        new CalendarArchive(official).Notices.Should().Equal(official);
    }

    [Test]
    public void Archive_WithADateSetByTwoNotices_IsRefused()
    {
        var notice = CalendarArchive.Official.Notices[^1];
        var clash = notice with { Year = 2027 };
        FluentActions.Invoking(() => CalendarArchive.Official.With(clash)).Should().Throw<ArgumentException>().WithMessage("*2026*2027*");
        FluentActions.Invoking(() => new CalendarArchive([notice, notice])).Should().Throw<ArgumentException>().WithMessage("*two notices*");
    }

    [Test]
    public void Archive_WithTheNoticeOfAKnownYear_ReplacesIt()
    {
        var notice = CalendarArchive.Official.Notices[^1] with { Source = "corrected" };
        var archive = CalendarArchive.Official.With(notice);
        archive.Notices.Should().HaveCount(20);
        archive.Notices[^1].Source.Should().Be("corrected");
        CalendarArchive.Official.Notices[^1].Source.Should().Be("国办发明电〔2025〕7号");
    }

    private static bool IsChinese(string text) => text.Any(character => character is >= '\u4E00' and <= '\u9FFF');

    private static string File2026()
    {
        using var reader = new StreamReader(typeof(CalendarArchive).Assembly.GetManifestResourceStream("Calendar.cn-2026.json")!);
        return reader.ReadToEnd();
    }
}
