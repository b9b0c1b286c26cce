using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>The columns of a table and what stands in each: Word needs a cell in every row for what HTML spans.</summary>
/// <param name="Widths">Width of each column in twips; together the width of the text.</param>
/// <param name="Rows">Cells of each row from the left, each column in exactly one of them.</param>
internal sealed record TableGrid(ImmutableArray<int> Widths, ImmutableArray<ImmutableArray<TableGrid.Slot>> Rows)
{
    /// <summary>A cell of one row. <paramref name="Cell"/> is null where the row has none; <paramref name="Continues"/> where a cell of a row above goes on.</summary>
    internal sealed record Slot(int Column, int Span, DocumentCell? Cell, bool Continues);

    public static TableGrid Of(DocumentBlock.Table table, int width)
    {
        var rows = new List<List<Slot>>();
        var spanning = new List<(int Column, int Span, int Left, DocumentCell Cell)>();
        foreach (var row in table.Rows)
        {
            var slots = spanning.Select(span => new Slot(span.Column, span.Span, span.Cell, true)).ToList();
            spanning = [.. spanning.Where(span => span.Left > 1).Select(span => span with { Left = span.Left - 1 })];
            foreach (var cell in row)
            {
                var column = FirstFree(slots, cell.ColumnSpan);
                slots.Add(new Slot(column, cell.ColumnSpan, cell, false));
                if (cell.RowSpan > 1)
                    spanning.Add((column, cell.ColumnSpan, cell.RowSpan - 1, cell));
            }

            rows.Add([.. slots.OrderBy(slot => slot.Column)]);
        }

        var columns = rows.Max(slots => slots.Max(slot => slot.Column + slot.Span));
        return new TableGrid(WidthsOf(rows, columns, width), [.. rows.Select(slots => Filled(slots, columns))]);
    }

    private static int FirstFree(List<Slot> slots, int span)
    {
        var column = 0;
        while (slots.Find(slot => slot.Column < column + span && column < slot.Column + slot.Span) is { } taken)
            column = taken.Column + taken.Span;
        return column;
    }

    private static ImmutableArray<Slot> Filled(List<Slot> slots, int columns)
    {
        var filled = ImmutableArray.CreateBuilder<Slot>();
        var column = 0;
        foreach (var slot in slots.Append(new Slot(columns, 0, null, false)))
        {
            if (slot.Column > column)
                filled.Add(new Slot(column, slot.Column - column, null, false));
            if (slot.Span > 0)
                filled.Add(slot);
            column = slot.Column + slot.Span;
        }

        return filled.ToImmutable();
    }

    private static ImmutableArray<int> WidthsOf(List<List<Slot>> rows, int columns, int width)
    {
        var given = new int?[columns];
        foreach (var slot in rows.SelectMany(slots => slots).Where(slot => slot is { Span: 1, Cell.Width: not null }))
            given[slot.Column] ??= slot.Cell!.Width;
        var open = given.Count(share => share is null);
        var rest = open == 0 ? 0 : Math.Max(open, 100 - given.Sum(share => share ?? 0)) / (double)open;
        var total = given.Sum(share => share ?? rest);
        return [.. given.Select(share => (int)(width * (share ?? rest) / total))];
    }
}
