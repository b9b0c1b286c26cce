using Workflows.Benchmarks;

// dotnet run -c Release --project Workflows.Benchmarks [functions|journal|http|start]…
var wanted = args.Length == 0 ? ["functions", "journal"] : args;
var table = new FigureTable();
foreach (var part in wanted)
{
    switch (part)
    {
        case "functions":
            FunctionFigures.Measure(table);
            break;
        case "journal":
            await JournalFigures.Measure(table);
            break;
        default:
            Console.Error.WriteLine($"Unknown part '{part}'; known: functions, journal.");
            return 1;
    }
}

Console.WriteLine(table.ToMarkdown());
return 0;
