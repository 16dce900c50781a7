import type { Occasion } from '../questionnaires/questionnaire.ts';
import type {
  AgeBand,
  CloseReason,
  DecisionKind,
  DecisionOutcome,
  Level,
  Lever,
  Milestone,
  Situation,
  StopReason,
  SupportKind,
  WithWhom,
} from '../vocabulary.ts';

/** The past of an invented pupil. Every moment is a number of days before the demonstration starts. */
export type Story = {
  level: Level;
  age: AgeBand;
  opened: number;
  /** When the pupil and the family were told; null when nobody has yet. */
  informed: number | null;
  /** What is watched, at most five. */
  signals: readonly string[];
  /** When, by which character, and the level of each signal in their order; null for one they did not see. */
  ratings: readonly (readonly [day: number, rater: number, levels: readonly (number | null)[]])[];
  levers: readonly Lever[];
  interviews?: readonly (readonly [day: number, withWhom: WithWhom, goal: string, nextIn?: number])[];
  supports?: readonly StorySupport[];
  decisions?: readonly StoryDecision[];
  milestones?: readonly (readonly [day: number, kind: Milestone, situation?: Situation])[];
  /** When a questionnaire was answered, at which of its times; the answers are those of an invented pupil. */
  questionnaires?: readonly (readonly [day: number, occasion: Occasion, answers: readonly number[]])[];
  end?: { day: number; reason: CloseReason; situation: Situation | null };
};

export type StorySupport = {
  kind: SupportKind;
  from: number;
  until: number;
  hours: number | null;
  tutor: number | null;
  sessions: readonly (readonly [day: number, hours: number])[];
  checked?: readonly string[];
  stop?: { day: number; reason: StopReason };
};

export type StoryDecision = {
  /** The day of the meeting it was made in. */
  at: number;
  kind: DecisionKind;
  act: string;
  /** What they are, and which character when it is one. */
  who: string;
  character?: number;
  due: number;
  /** Told at the next meeting that comes to it; null when nobody has told yet. */
  outcome: DecisionOutcome | null;
};
