import type { Dossier } from '../../../content/index.ts';
import type { Block, Cell, PdfDocument } from '../../../pdf/index.ts';
import { type CaseStudy, MARKS, type Marks, paragraphsOf } from '../case-study.ts';
import { documentsText } from '../dossier/documents-text.ts';

const FOOTER = 'Application Persévérance. Préparation au CPLDS, pas un avis du jury. Document personnel.';

export type Printed = {
  study: CaseStudy;
  dossier: Dossier;
  taken: string;
  replies: ReadonlyMap<number, string>;
  readings: readonly { reader: string; marks: Marks; word: string | null }[];
};

/** One study on paper: what was written, how it was read again, what was answered to the jury. */
export function studyDocument({ study, dossier, taken, replies, readings }: Printed, now: Date): PdfDocument {
  return {
    title: `Étude de cas : ${dossier.title}`,
    createdAt: now,
    footer: FOOTER,
    content: [
      { block: 'heading', level: 1, text: dossier.title },
      { block: 'paragraph', style: 'small', text: taken },
      ...written('Mon diagnostic', study.diagnosis, study.atTheHour?.diagnosis ?? null),
      ...written('Mes propositions', study.proposals, study.atTheHour?.proposals ?? null),
      ...grid(study, dossier, readings),
      ...jury(dossier, replies),
    ],
  };
}

function written(title: string, text: string, atTheHour: string | null): Block[] {
  const paragraphs = paragraphsOf(text, atTheHour);
  return [
    { block: 'heading', level: 2, text: title },
    ...(paragraphs.length === 0
      ? [{ block: 'paragraph', text: 'Rien n’a été écrit.' } as const]
      : paragraphs.map(
          (paragraph): Block => ({
            block: 'paragraph',
            text: paragraph.late
              ? [{ text: 'Après l’heure : ', bold: true }, { text: paragraph.text }]
              : paragraph.text,
          }),
        )),
  ];
}

function grid({ marks, markedAt }: CaseStudy, dossier: Dossier, readings: Printed['readings']): Block[] {
  if (markedAt === null && readings.length === 0) return [];
  const share = readings.length === 0 ? 0.8 : 0.6;
  const columns = [
    { title: 'Ma lecture', marks },
    ...readings.map(({ reader, marks: read }) => ({ title: reader, marks: read })),
  ];
  return [
    { block: 'heading', level: 2, text: 'La grille' },
    {
      block: 'table',
      columns: [
        { title: 'Critère', share },
        ...columns.map(({ title }) => ({ title, share: (1 - share) / columns.length })),
      ],
      rows: dossier.grid.map((line): Cell[] => [
        {
          paragraphs: [
            { text: line.criterion, style: 'cell' },
            ...(line.documents.length > 0
              ? [{ text: documentsText(dossier, line.documents), style: 'small' } as const]
              : []),
          ],
        },
        ...columns.map(({ marks: read }) => {
          const mark = read[line.id];
          return { paragraphs: [{ text: mark ? MARKS[mark] : '–', style: 'cell' as const }] };
        }),
      ]),
    },
    ...readings.flatMap(({ reader, word }): Block[] =>
      word === null ? [] : [{ block: 'paragraph', text: `${reader} : « ${word} »` }],
    ),
  ];
}

function jury(dossier: Dossier, replies: ReadonlyMap<number, string>): Block[] {
  const answered = dossier.questions.flatMap(({ text }, index) => {
    const reply = replies.get(index + 1);
    return reply ? [{ text, reply }] : [];
  });
  if (answered.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'Mes réponses au jury' },
    ...answered.flatMap(({ text, reply }): Block[] => [
      { block: 'heading', level: 3, text },
      ...paragraphsOf(reply, null).map((paragraph): Block => ({ block: 'paragraph', text: paragraph.text })),
    ]),
  ];
}
