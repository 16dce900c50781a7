/** Lines of a plan begin with their minutes: « 3 minutes : les faits ». With each, the minute at which it begins. */
export function planOf(lines: readonly string[]): { text: string; from: number | null }[] {
  let minute: number | null = 0;
  return lines.map((text) => {
    const [, minutes] = /^(\d{1,2}) minutes?\b/.exec(text) ?? [];
    const from = minute;
    minute = minute === null || minutes === undefined ? null : minute + Number(minutes);
    return { text, from };
  });
}
