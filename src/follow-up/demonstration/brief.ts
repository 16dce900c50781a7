import type {
  CloseReason,
  DecisionKind,
  DecisionOutcome,
  Lever,
  Milestone,
  Situation,
} from '../vocabulary.ts';
import type { Story } from './story.ts';

// Those who were followed the school year before, told shortly: what became of them a year later is known, or is not.

/** What differs from one to the next; days are counted before the demonstration starts. */
type Brief = Pick<Story, 'level' | 'age' | 'opened' | 'signals'> & {
  rater: number;
  /** Levels of the signals at first, and six months after, by the same adult. */
  first: readonly number[];
  later?: readonly (number | null)[];
  levers?: readonly Lever[];
  /** What the pupil wanted, when there was an interview. */
  goal?: string;
  /** Decided at a meeting, for a month later. */
  decided?: readonly [at: number, kind: DecisionKind, act: string, who: string, outcome: DecisionOutcome];
  /** Whether they agreed to be supported, and hours of tutoring that followed. */
  agreed?: boolean;
  tutored?: readonly [tutor: number, hours: number];
  completed?: boolean;
  /** Eight answers before and after, when they gave them. */
  before?: readonly number[];
  after?: readonly number[];
  end: readonly [day: number, reason: CloseReason, situation: Situation];
  /** What was learnt when they were called again. */
  sixMonths?: Situation;
  twelveMonths?: Situation;
};

const HALF_A_YEAR = 184;

/** The whole story a brief stands for. */
export function told(brief: Brief): Story {
  const { level, age, opened, signals, rater, first, later, goal, decided, tutored, before, after } = brief;
  const [endDay, reason, situation] = brief.end;
  const milestones: (readonly [number, Milestone, Situation?])[] = [[opened - 4, 'contacted']];
  if (brief.agreed) milestones.push([opened - 12, 'agreed']);
  if (brief.completed) milestones.push([endDay + 2, 'completed']);
  if (brief.sixMonths) milestones.push([endDay - 190, 'six-months', brief.sixMonths]);
  if (brief.twelveMonths) milestones.push([endDay - 368, 'twelve-months', brief.twelveMonths]);
  return {
    level,
    age,
    opened,
    informed: opened - 3,
    signals,
    ratings: [[opened - 1, rater, first], ...(later ? [[opened - HALF_A_YEAR, rater, later] as const] : [])],
    levers: brief.levers ?? [],
    interviews: goal === undefined ? [] : [[opened - 7, 'pupil', goal]],
    supports: tutored
      ? [
          {
            kind: 'tutorat',
            from: opened - 20,
            until: opened - 90,
            hours: tutored[1],
            tutor: tutored[0],
            sessions: Array.from({ length: tutored[1] }, (_, week) => [opened - 21 - 7 * week, 1] as const),
            stop: { day: opened - 95, reason: brief.completed ? 'finished' : 'pupil-stopped' },
          },
        ]
      : [],
    decisions: decided
      ? [
          {
            at: decided[0],
            kind: decided[1],
            act: decided[2],
            who: decided[3],
            due: decided[0] - 30,
            outcome: decided[4],
          },
        ]
      : [],
    questionnaires: [
      ...(before ? [[opened - 9, 'before', before] as const] : []),
      ...(after ? [[endDay + 3, 'after', after] as const] : []),
    ],
    milestones,
    end: { day: endDay, reason, situation },
  };
}
