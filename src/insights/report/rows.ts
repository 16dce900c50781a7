import { type Cell, type Column, cellText, type Report } from './report.ts';

const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4, useGrouping: false });

/** A report as rows for a spreadsheet: each table under its title, numbers as French spreadsheets read them. */
export function reportRows(report: Report, about: readonly string[]): string[][] {
  return [
    [report.title],
    ...about.map((line) => [line]),
    ...report.headlines.map((line) => [line]),
    ...report.sections.flatMap(({ title, columns, rows, note }) => [
      [],
      [title],
      columns.map((column) => column.title),
      ...rows.map((row) => row.map((cell, index) => valueText(cell, columns[index]!))),
      ...(note ? [[note]] : []),
    ]),
    [],
    ...report.definition.map((line) => [line]),
  ];
}

function valueText(cell: Cell, column: Column): string {
  if (typeof cell !== 'number') return cellText(cell, column);
  return DECIMAL.format(column.as === 'points' ? cell * 100 : cell);
}
