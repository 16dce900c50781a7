import { dayText } from '../../calendar/index.ts';
import type { Block, Paragraph, PdfDocument } from '../../pdf/index.ts';
import { DECISION_OUTCOMES, LEVELS, LEVERS } from '../vocabulary.ts';
import type { Decision } from './decisions/decision.ts';
import { kindName } from './decisions/decision-text.ts';
import type { Minutes, MinutesItem } from './minutes.store.ts';

export function minutesFileName(heldOn: string): string {
  return `GPDS – ${dayText(heldOn)}.pdf`;
}

/** The minutes on paper, the same words as the page: codes only. */
export function minutesDocument({ schoolName, heldOn, closedAt, items }: Minutes, now: Date): PdfDocument {
  const discussed = items.filter((item) => item.discussed);
  const left = items.filter((item) => !item.discussed);
  const title = `Compte rendu du GPDS du ${dayText(heldOn)}`;
  const waiting: Block[] = [
    { block: 'heading', level: 2, text: 'Pour la prochaine réunion' },
    {
      block: 'paragraph',
      text: `${left.length === 1 ? 'Non examinée' : 'Non examinées'} : ${left.map(({ code }) => code).join(', ')}.`,
    },
  ];
  return {
    title: `${title} – ${schoolName}`,
    createdAt: now,
    footer: 'Document interne au GPDS, à ne pas diffuser. Les élèves y sont désignés par un code.',
    content: [
      { block: 'heading', level: 1, text: title },
      { block: 'paragraph', style: 'lede', text: [{ text: schoolName, bold: true }] },
      {
        block: 'paragraph',
        style: 'lede',
        text: `${closedAt === null ? 'La réunion n’est pas terminée. ' : ''}${countText(discussed.length)}`,
      },
      ...discussed.map((item): Block => ({ block: 'together', content: itemBlocks(item) })),
      ...(left.length === 0 ? [] : waiting),
    ],
  };
}

export function countText(count: number): string {
  if (count === 0) return 'Aucune situation examinée.';
  return count === 1 ? 'Une situation examinée.' : `${count} situations examinées.`;
}

function itemBlocks({ code, level, levers, decided, lookedBack }: MinutesItem): Block[] {
  const blocks: Block[] = [{ block: 'heading', level: 2, text: `${code} · ${LEVELS[level]}` }];
  if (lookedBack.length > 0) {
    blocks.push(
      { block: 'heading', level: 3, text: 'Ce qui était décidé' },
      { block: 'list', marked: true, items: lookedBack.map((decision) => [lookedBackText(decision)]) },
    );
  }
  if (levers.length > 0) {
    const names = levers.map((lever) => LEVERS[lever].toLowerCase()).join(' ; ');
    blocks.push({ block: 'paragraph', text: `Ce que l’École peut bouger : ${names}.` });
  }
  if (decided.length === 0) blocks.push({ block: 'paragraph', text: 'Aucune décision nouvelle.' });
  else blocks.push(decisionTable(decided));
  return blocks;
}

function lookedBackText({ kind, act, outcome }: Decision): Paragraph {
  const became = outcome ? DECISION_OUTCOMES[outcome].toLowerCase() : '';
  return { text: [{ text: `${kindName(kind)} : ${act} : ` }, { text: became, bold: true }] };
}

function decisionTable(decided: readonly Decision[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'Décision', share: 0.5 },
      { title: 'Qui', share: 0.28 },
      { title: 'Pour le', share: 0.22 },
    ],
    rows: decided.map(({ kind, act, who, person, due }) => [
      {
        paragraphs: [
          { text: [{ text: kindName(kind), bold: true }], style: 'cell' },
          { text: act, style: 'cell' },
        ],
      },
      { paragraphs: [{ text: person?.name ?? who, style: 'cell' }] },
      { paragraphs: [{ text: dayText(due), style: 'cell' }] },
    ]),
  };
}
