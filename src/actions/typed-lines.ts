/** What was typed in a box for some lines: line ends as everywhere, no empty line at either end. */
export function typedLines(text: string | undefined): string {
  return (text ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
