import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';

/** How an answer came back, in the person's own judgement. */
export const RECALLS = {
  forgotten: { text: 'Je ne savais plus', rating: Rating.Again },
  effort: { text: 'Avec effort', rating: Rating.Good },
  easily: { text: 'Facilement', rating: Rating.Easy },
} as const;
export type Recall = keyof typeof RECALLS;

/** What the scheduler remembers of a card, as the database keeps it: dates are ISO texts. */
export type Memory = Omit<Card, 'due' | 'last_review'> & { due: string; last_review?: string };

/** Whole days between two reviews, without chance: the same answers always give the same dates. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** A card just learnt: it comes back from the next day on. */
export function newCard(now: Date): { due: Date; memory: Memory } {
  const due = new Date(now.getTime() + 86_400_000);
  return { due, memory: toMemory(createEmptyCard(due)) };
}

/** When a card comes back after this recall (FSRS, Ye 2024; open-spaced-repetition/ts-fsrs). */
export function afterRecall(memory: Memory, recall: Recall, now: Date): { due: Date; memory: Memory } {
  const { card } = scheduler.next(toCard(memory), now, RECALLS[recall].rating);
  return { due: card.due, memory: toMemory(card) };
}

function toMemory({ due, last_review, ...card }: Card): Memory {
  return {
    ...card,
    due: due.toISOString(),
    ...(last_review && { last_review: last_review.toISOString() }),
  };
}

function toCard({ due, last_review, ...memory }: Memory): Card {
  return { ...memory, due: new Date(due), ...(last_review && { last_review: new Date(last_review) }) };
}
