import { stringify } from 'csv-stringify/sync';

/** Rows as French spreadsheets open them: a semicolon, a mark of UTF-8, every cell between quotes, and no formula. */
export function spreadsheet(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    // Unquoted, a line end inside a text is left bare, and starts a row of its own in a spreadsheet.
    { bom: true, delimiter: ';', record_delimiter: 'windows', quoted: true },
  );
}

/** A text that a spreadsheet would run as a formula stays a text; a number stays a number. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(,\d+)?$/.test(cell) ? `'${cell}` : cell;
}
