import { z } from 'zod';
import { ACTION_THEMES, type ActionTheme } from '../actions.ts';

/** How far something lives in a school, from 0 to 3; « je ne sais pas » is no place on the scale. */
const STEPS = 4;
const RECOMMENDATIONS = 21;

const text = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^']*$/, 'a straight apostrophe');
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const statementSchema = z
  .strictObject({
    id: z.string().regex(/^r\d{2}$/),
    recommendation: z.number().int().min(1).max(RECOMMENDATIONS),
    axis: id,
    title: text.max(90),
    /** What one would see in a school where it lives; any member of staff can answer. */
    statement: text,
    /** What one sees at 0, 1, 2 and 3. */
    anchors: z.array(text).length(STEPS),
    /** False when a school does not decide it: `instead` says what it can still do, and the anchors are about that. */
    within: z.boolean(),
    instead: text.nullable(),
    /** What one may look at rather than feel. */
    looks: z.array(text).min(1).max(3),
    themes: z.array(z.enum(Object.keys(ACTION_THEMES) as [ActionTheme, ...ActionTheme[]])).min(1),
    competences: z.array(z.string().regex(/^\d\.\d$/)),
  })
  .refine(({ within, instead }) => within === (instead === null), {
    message: 'il faut `instead` quand `within` est faux, et seulement alors',
    path: ['instead'],
  })
  .refine(({ id, recommendation }) => Number(id.slice(1)) === recommendation, {
    message: 'l’id doit porter le numéro de la recommandation',
    path: ['id'],
  });

/** `content/self-diagnosis/policy.yaml`: the policy of a school against the 21 recommendations of the national evaluation. */
export const policySchema = z
  .strictObject({
    version: z.number().int().positive(),
    source: z.strictObject({
      title: text,
      year: z.number().int(),
      url: z.url({ protocol: /^https$/ }).optional(),
    }),
    scale: z.array(z.strictObject({ value: z.number().int().min(0), label: text })).length(STEPS),
    axes: z.array(z.strictObject({ id, title: text })).min(2),
    statements: z.array(statementSchema).length(RECOMMENDATIONS),
    reviewBy: z.iso.date(),
    status: z.enum(['relu', 'à relire']),
  })
  .superRefine(({ scale, axes, statements }, check) => {
    scale.forEach(({ value }, index) => {
      if (value !== index)
        check.addIssue({
          code: 'custom',
          message: 'les valeurs vont de 0 à 3',
          path: ['scale', index, 'value'],
        });
    });
    statements.forEach(({ recommendation, axis }, index) => {
      if (recommendation !== index + 1)
        check.addIssue({
          code: 'custom',
          message: `c’est la place de la recommandation ${index + 1}`,
          path: ['statements', index, 'recommendation'],
        });
      if (!axes.some((known) => known.id === axis))
        check.addIssue({
          code: 'custom',
          message: `« ${axis} » n’est pas un axe`,
          path: ['statements', index, 'axis'],
        });
    });
    axes.forEach((axis, index) => {
      if (!statements.some((statement) => statement.axis === axis.id))
        check.addIssue({
          code: 'custom',
          message: 'aucune recommandation de cet axe',
          path: ['axes', index, 'id'],
        });
    });
  });

export type SchoolPolicy = z.infer<typeof policySchema>;
export type PolicyStatement = SchoolPolicy['statements'][number];
