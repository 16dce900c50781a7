import type { Block, PdfDocument } from '../../pdf/index.ts';
import { groupsText, type WorkshopRecord } from './record.ts';

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
      ...(rounds.some(({ options }) => options.some(({ point }) => point))
        ? [
            {
              block: 'paragraph' as const,
              style: 'fine' as const,
              text: '* : se défend avec les faits du cas.',
            },
          ]
        : []),
    ],
  };
}

/** What was voted, and what the facts can defend; the answers nobody chose are named by their letter. */
function roundBlocks(round: WorkshopRecord['rounds'][number]): Block[] {
  const { title, voters, options, verdict, groups, ending } = round;
  const told = options.filter(({ count, point }) => count !== 0 || point);
  const left = options.filter((option) => !told.includes(option)).map(({ letter }) => letter);
  const after = [
    `${voters} ${voters > 1 ? 'votes' : 'vote'}.`,
    ...(left.length > 0 ? [`Sans voix : ${left.join(', ')}.`] : []),
    verdict,
    ...(groups.length > 0 ? [`${groupsText(round)}.`] : []),
    ...(ending ? [ending] : []),
  ];
  return [
    { block: 'heading', level: 3, text: title },
    {
      block: 'list',
      marked: true,
      items: told.map(({ letter, text, count, point }) => [
        {
          style: 'fine',
          text: [{ text: `${letter}${point ? ' *' : ''}, ${votesOf(count)}. `, bold: true }, { text }],
        },
      ]),
    },
    { block: 'paragraph', style: 'fine', text: after.join(' ') },
  ];
}

function votesOf(count: number | null): string {
  if (count === null) return 'non dit';
  return `${count} voix`;
}
