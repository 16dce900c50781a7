import type { Share } from '../protection/share.ts';

// What an indicator says, once for the page, its file for spreadsheets, the yearly report and the public page.

export type Report = {
  title: string;
  /** What is counted, in one sentence. */
  lede: string;
  /** What the figures say, the most important first. */
  headlines: readonly string[];
  sections: readonly Section[];
  /** How it is counted. */
  definition: readonly string[];
};

export type Section = {
  title: string;
  /** To be read before the figures. */
  intro?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  drawing?: ReportDrawing;
  note?: string;
};

export type Column = { title: string; as: 'text' | 'count' | 'share' | 'points' | 'decimal' };
/** null: not known, or not to be said. */
export type Cell = string | number | null;

export type ReportDrawing =
  | { kind: 'shares'; rows: readonly { label: string; share: Share }[] }
  | { kind: 'curve'; steps: readonly CurveStep[]; last: number; unit: string }
  | { kind: 'line'; points: readonly { label: string; share: Share }[]; aim: number | null };
export type CurveStep = { at: number; share: number; low: number; high: number };

/** A table of shares and its drawing. `of`: what they are shares of. */
export function shareSection(
  title: string,
  what: string,
  rows: readonly { label: string; share: Share }[],
  texts: { intro?: string; note?: string } = {},
): Section {
  return {
    title,
    ...texts,
    columns: [
      { title: what, as: 'text' },
      { title: 'Effectif', as: 'count' },
      { title: 'Sur', as: 'count' },
      { title: 'Part', as: 'share' },
      { title: 'Au moins', as: 'share' },
      { title: 'Au plus', as: 'share' },
    ],
    rows: rows.map(({ label, share }) =>
      'none' in share
        ? [label, null, null, sayNone(share.none), null, null]
        : [
            label,
            share.people,
            share.among,
            ...[share.share, share.low, share.high].map((value) => worthSaying(value, share.among)),
          ],
    ),
    drawing: { kind: 'shares', rows },
  };
}

export function sayNone(none: 'nobody' | 'too-few'): string {
  return none === 'too-few' ? 'effectifs trop faibles' : 'personne encore';
}

const NONES = new Set([sayNone('nobody'), sayNone('too-few')]);

/** Why no row of a table says anything, when it is the same for all: one line is then enough. */
export function untoldReason(rows: Section['rows']): string | undefined {
  const reasons = new Set(
    rows.map((row) =>
      row
        .slice(1)
        .filter((cell) => cell !== null)
        .join(),
    ),
  );
  const [reason] = reasons;
  return reasons.size === 1 && NONES.has(reason!) ? reason : undefined;
}

const WHOLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const DECIMAL = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

export function countText(count: number): string {
  return WHOLE.format(count);
}

export function decimalText(value: number): string {
  return DECIMAL.format(value).replace('-', '−');
}

/** 0.92 → « 92 % » */
export function percentText(share: number): string {
  return `${PERCENT.format(share * 100).replace('-', '−')} %`;
}

/** Below, one person is more than one percent: a tenth of a percent would pretend to know more. */
const ENOUGH_FOR_TENTHS = 100;

/** A share of so many people, no finer than they allow: 0.8333 of 30 is .83. */
export function worthSaying(share: number, among: number): number {
  return among < ENOUGH_FOR_TENTHS ? Math.round(share * 100) / 100 : share;
}

/** « 92 % (entre 90,2 et 93,5 %) », « 67 % (entre 30 et 90 %) » among few, or why there is nothing to say. */
export function shareText(share: Share): string {
  if ('none' in share) return sayNone(share.none);
  const text = (value: number) => PERCENT.format(worthSaying(value, share.among) * 100);
  return `${text(share.share)} % (entre ${text(share.low)} et ${text(share.high)} %)`;
}

export function cellText(cell: Cell, { as }: Column): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (as === 'share') return percentText(cell);
  if (as === 'points') return percentText(cell).replace(' %', ' pt');
  return as === 'decimal' ? decimalText(cell) : countText(cell);
}
