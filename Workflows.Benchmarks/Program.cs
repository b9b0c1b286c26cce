using System.Runtime.InteropServices;
using Workflows.Benchmarks;

// dotnet run -c Release --project Workflows.Benchmarks [-- functions journal http start]
if (args is [StartFigures.EmptyApp, .. var rest])
{
    StartFigures.Empty(rest);
    return 0;
}

var table = new FigureTable();
foreach (var part in args.Length == 0 ? ["functions", "journal", "http", "start"] : args)
{
    switch (part)
    {
        case "functions":
            FunctionFigures.Measure(table);
            break;
        case "journal":
            await JournalFigures.Measure(table);
            break;
        case "http":
            await HttpFigures.Measure(table);
            break;
        case "start":
            await StartFigures.Measure(table);
            break;
        default:
            Console.Error.WriteLine($"Unknown part '{part}'; known: functions, journal, http, start.");
            return 1;
    }
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}; SQLite WAL, synchronous=FULL; history, hash chain, checkpoints, deadlines, encryption on");
Console.WriteLine();
Console.WriteLine(table.ToMarkdown());
return 0;
