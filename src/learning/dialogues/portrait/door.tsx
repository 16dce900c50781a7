/** How far the leaf hides the opening, by confidence. */
const LEAF = [32, 26, 18, 9, 4] as const;

/** A door that opens as the person does. Decorative: `moodText` says it. */
export function Door({ confidence }: { confidence: number }) {
  const width = LEAF[Math.min(4, Math.max(0, confidence)) as 0 | 1 | 2 | 3 | 4];
  const edge = 16 + width;
  const slant = (32 - width) / 5;
  return (
    <svg class="door" viewBox="0 0 64 72" aria-hidden="true" focusable="false">
      <path d="M10 68V6h44v62z" fill="#3a3f9e" />
      <path d="M16 68V12h32v56z" fill="#ffca00" />
      {confidence > 0 && <path d={`M${edge} 68h${48 - edge}l10 4H${edge - 4}z`} fill="#ffe380" />}
      <path d={`M16 12L${edge} ${12 + slant}V${68 - slant / 2}L16 68z`} fill="#6672d2" />
      {width > 8 && <circle cx={edge - 5} cy="42" r="2.2" fill="#fff" />}
      <path d="M4 68h56" stroke="#2a2e78" stroke-width="3" stroke-linecap="round" />
    </svg>
  );
}
