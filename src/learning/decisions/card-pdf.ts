import type { Decision, Fact } from '../../content/index.ts';
import type { Block, PdfDocument } from '../../pdf/index.ts';
import { reviewState, sourceLine, sourceName } from '../sheet-sources.ts';

const FOOTER =
  'Application Persévérance. Une fiche aide à agir ; elle ne remplace ni les textes, ni l’équipe.';

/** The card of a decision on one side of A4: the same words as its page. */
export function cardDocument(decision: Decision, facts: ReadonlyMap<string, Fact>, now: Date): PdfDocument {
  const { title, level, purpose, card, sources } = decision;
  return {
    title,
    createdAt: now,
    footer: FOOTER,
    content: [
      { block: 'heading', level: 1, text: title },
      { block: 'paragraph', style: 'small', text: `Fiche · ${level}` },
      { block: 'paragraph', style: 'strong', text: purpose },
      { block: 'paragraph', text: [{ text: 'Quand : ', bold: true }, { text: card.when }] },
      {
        block: 'panels',
        panels: [
          { title: 'Avant', lines: card.before },
          { title: 'Pendant', lines: card.during },
        ],
      },
      { block: 'panels', panels: [{ title: 'À dire', lines: card.words, strong: true }] },
      {
        block: 'panels',
        panels: [
          { title: 'Après', lines: card.after },
          { title: 'À éviter', lines: card.avoid },
        ],
      },
      ...rules(card.rules, facts),
      {
        block: 'paragraph',
        style: 'label',
        text: `Sources : ${sourceLine(sources, facts)}. ${reviewState(decision)}`,
      },
    ],
  };
}

function rules(said: Decision['card']['rules'], facts: ReadonlyMap<string, Fact>): Block[] {
  if (said.length === 0) return [];
  const lines = said.map(({ text, source }) => `${text} (${sourceName(source, facts)})`);
  return [{ block: 'panels', panels: [{ title: 'Ce que disent les textes', lines }] }];
}
