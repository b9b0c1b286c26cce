using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Api.Documents;

/// <summary>Packs a Word document so that the same content gives the same bytes.</summary>
internal static class DocxPackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string title, Document content)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MediaTypeOfMain, "rId1");
            main.Document = content;
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Styles();
            main.AddNewPart<FontTablePart>("rId2").Fonts = DocxStyles.Fonts();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Settings();
            using var properties = package.AddNewPart<CoreFilePropertiesPart>("rId2").GetStream(FileMode.Create);
            Properties(title).Save(properties, SaveOptions.DisableFormatting);
        }

        stream.Position = 0;
        return Repacked(stream);
    }

    private const string MediaTypeOfMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Without the mode, Word opens the document as one of an old version.</summary>
    private static Settings Settings() => new(new Compatibility(
        new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static XDocument Properties(string title)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace terms = "http://purl.org/dc/elements/1.1/";
        return new XDocument(
            new XDeclaration("1.0", "utf-8", "yes"),
            new XElement(
                core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", core),
                new XAttribute(XNamespace.Xmlns + "dc", terms),
                new XElement(terms + "title", title),
                new XElement(terms + "language", "zh-CN")));
    }

    /// <summary>The same entries in a fixed order with a fixed time.</summary>
    private static byte[] Repacked(Stream package)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
