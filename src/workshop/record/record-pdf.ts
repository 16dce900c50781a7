import type { Block, Cell, PdfDocument } from '../../pdf/index.ts';
import { groupsText, type WorkshopRecord } from './record.ts';

const cell = (text: string): Cell => ({ paragraphs: [{ text, style: 'cell' }] });

/** The sheet of a workshop: one page for a case of four rounds. */
export function recordDocument(
  record: WorkshopRecord,
  { day, now }: { day: string; now: Date },
): PdfDocument {
  const { title, label, participants, rounds, commitments } = record;
  return {
    title: `Atelier : ${title}`,
    createdAt: now,
    footer: 'Application Persévérance. Sans nom ; jamais moins de trois personnes d’un métier à part.',
    content: [
      { block: 'heading', level: 1, text: title },
      {
        block: 'paragraph',
        text: `Atelier du ${day}${label === '' ? '' : `, ${label}`}. ${participants} ${participants > 1 ? 'personnes' : 'personne'} sur téléphone.`,
      },
      { block: 'heading', level: 2, text: 'Ce que nous ferons' },
      commitments.length > 0
        ? { block: 'list', marked: true, items: commitments.map((text) => [{ text }]) }
        : { block: 'paragraph', text: 'Rien n’a été retenu pendant l’atelier.' },
      ...rounds.flatMap(roundBlocks),
    ],
  };
}

function roundBlocks(round: WorkshopRecord['rounds'][number]): Block[] {
  const { title, question, voters, options, verdict, groups, ending } = round;
  return [
    { block: 'heading', level: 2, text: title },
    { block: 'paragraph', style: 'small', text: `${question} ${voters} ${voters > 1 ? 'votes' : 'vote'}.` },
    {
      block: 'table',
      columns: [
        { title: 'Réponse', share: 0.86 },
        { title: 'Voix', share: 0.14, align: 'right' },
      ],
      rows: options.map(({ letter, text, count, point }) => [
        cell(`${letter}. ${text}${point ? ' (se défend avec les faits du cas)' : ''}`),
        cell(count === null ? 'non dit' : String(count)),
      ]),
    },
    { block: 'paragraph', text: verdict },
    ...(groups.length > 0
      ? [
          {
            block: 'paragraph' as const,
            style: 'small' as const,
            text: groupsText(round),
          },
        ]
      : []),
    ...(ending ? [{ block: 'paragraph' as const, text: ending }] : []),
  ];
}
