import { z } from 'zod';

const text = z.string().trim().min(1);
const pages = z.array(text).readonly();

/** Criteria of each of the thirteen themes of RGAA 4.1.2: 106 in all. */
const CRITERIA_BY_THEME = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12] as const;

/** Every criterion, « 1.1 » to « 13.12 », in order. */
export const CRITERIA: readonly string[] = CRITERIA_BY_THEME.flatMap((count, theme) =>
  Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
);

/** `content/accessibility/audit-<date>.yaml`: what was found, criterion by criterion, on a sample of pages. */
export const auditSchema = z
  .strictObject({
    standard: z.literal('RGAA 4.1.2'),
    date: z.iso.date(),
    by: text,
    /** By somebody who did not make the site. */
    external: z.boolean(),
    /** How things were tried, by the word criteria use for it. */
    methods: z.record(z.string(), text),
    sample: z.array(z.strictObject({ id: text, name: text, path: text })).min(10),
    criteria: z.array(
      z.strictObject({
        criterion: z.enum(CRITERIA as [string, ...string[]]),
        /** In words of ours. */
        about: text,
        conform: z.union([z.literal('all'), pages]),
        failing: pages.default([]),
        /** Nothing wrong was seen, but the method asks for a check nobody made: not counted as conform. */
        unproven: pages.default([]),
        tested: z.array(z.string()).min(1),
        evidence: text,
        /** What a person meets, where something fails or is unproven. */
        gap: text.optional(),
      }),
    ),
  })
  .superRefine((audit, context) => {
    for (const message of faultsOf(audit)) context.addIssue({ code: 'custom', message });
  });
export type Audit = z.infer<typeof auditSchema>;
type Line = Audit['criteria'][number];

function faultsOf({ criteria, sample, methods }: Audit): string[] {
  const known = new Set(sample.map(({ id }) => id));
  const named = criteria.map(({ criterion }) => criterion);
  return [
    ...CRITERIA.filter((criterion) => named.filter((one) => one === criterion).length !== 1).map(
      (criterion) => `le critère ${criterion} doit être là une fois`,
    ),
    ...criteria.flatMap(({ criterion, conform, failing, unproven, tested, gap }) => {
      const all = [...(conform === 'all' ? [] : conform), ...failing, ...unproven];
      return [
        ...all.filter((page) => !known.has(page)).map((page) => `${criterion} : page ${page} inconnue`),
        ...(new Set(all).size < all.length ? [`${criterion} : une page y est deux fois`] : []),
        ...(conform === 'all' && all.length > 0 ? [`${criterion} : all, ou une liste de pages`] : []),
        ...tested
          .filter((method) => !(method in methods))
          .map((method) => `${criterion} : ${method} inconnu`),
        ...(failing.length + unproven.length > 0 && gap === undefined
          ? [`${criterion} : dites l’écart`]
          : []),
      ];
    }),
  ];
}

export type Conformity = {
  /** Criteria that apply on one page of the sample at least. */
  applicable: number;
  /** Of those, the ones no page fails nor leaves unproven. */
  met: number;
  /** met / applicable, from 0 to 1: the rate the law asks for. */
  rate: number;
  /** The mean, over pages, of the share of criteria each page meets. */
  pageRate: number;
  state: 'totalement conforme' | 'partiellement conforme' | 'non conforme';
};

/** The rates, from the audit alone. Rules: RGAA, method, « taux de conformité ». */
export function conformityOf({ criteria, sample }: Audit): Conformity {
  const applies = criteria.filter((line) => pagesOf(line, sample).length + missesOf(line).length > 0);
  const met = applies.filter((line) => missesOf(line).length === 0).length;
  const shares = sample.map(({ id }) => {
    const conform = criteria.filter((line) => pagesOf(line, sample).includes(id)).length;
    const misses = criteria.filter((line) => missesOf(line).includes(id)).length;
    return conform / (conform + misses);
  });
  const rate = met / applies.length;
  return {
    applicable: applies.length,
    met,
    rate,
    pageRate: shares.reduce((total, share) => total + share, 0) / shares.length,
    state: rate === 1 ? 'totalement conforme' : rate >= 0.5 ? 'partiellement conforme' : 'non conforme',
  };
}

/** The words every page owes to its reader; without an audit, the law says « non conforme ». */
export function accessibilityMention(audit: Audit | null): string {
  return `Accessibilité : ${audit ? conformityOf(audit).state : 'non conforme'}`;
}

const missesOf = ({ failing, unproven }: Line) => [...failing, ...unproven];

function pagesOf({ conform }: Line, sample: Audit['sample']): readonly string[] {
  return conform === 'all' ? sample.map(({ id }) => id) : conform;
}
