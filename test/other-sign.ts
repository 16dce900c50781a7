/**
 * The same text but for its first sign. The last one of a base64 text may carry no bit that counts: another in its place can stand
 * for the same bytes.
 */
export function withAnotherFirstSign(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}
