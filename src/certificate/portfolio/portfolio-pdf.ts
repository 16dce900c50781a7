import { dayText, longDate } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import type { Block, Paragraph, PdfDocument } from '../../pdf/index.ts';
import { type Asked, actsText } from './peers/confirmation.ts';
import { EPREUVE_TITLES, EPREUVES, type KeptPiece, KINDS } from './piece.ts';
import { HOURS, HOURS_FIELDS, type Hours, REQUIRED, type Standing } from './standing.ts';

/** The portfolio on paper: by épreuve, what peers confirmed, by competence, hours. No level that a test estimated. */
export function portfolioDocument(
  { kept, asked, standing, hours }: Told,
  { name, now, framework }: { name: string; now: Date } & Pick<Content, 'framework'>,
): PdfDocument {
  const confirmed = asked.filter(({ answer }) => answer === 'confirmed');
  return {
    title: `Dossier pour le certificat – ${name} – ${longDate(now)}`,
    createdAt: now,
    footer: `Dossier de ${name}, établi par la personne le ${longDate(now)}`,
    content: [
      { block: 'heading', level: 1, text: 'Dossier pour le certificat' },
      { block: 'paragraph', style: 'lede', text: [{ text: name, bold: true }] },
      {
        block: 'notice',
        paragraphs: [
          {
            text: 'Ce dossier est composé par la personne : elle a choisi ce qui s’y trouve et ce que chaque pièce montre. Il n’est demandé par aucun texte et ne remplace aucune pièce officielle.',
          },
          {
            text: 'Les confirmations portent le nom d’une ou un collègue qui a vu la pratique, à une date. Aucun niveau estimé par un test n’y figure.',
          },
        ],
      },
      ...EPREUVES.flatMap((epreuve): Block[] => [
        { block: 'heading', level: 2, text: EPREUVE_TITLES[epreuve] },
        ...list(
          kept.filter((piece) => piece.kept.epreuves.includes(epreuve)).map(pieceLines),
          'Rien n’y est encore rattaché.',
        ),
      ]),
      { block: 'heading', level: 2, text: 'Pratiques confirmées par des pairs' },
      ...list(
        confirmed.map((one) => confirmationLines(one, framework)),
        'Aucune pour l’instant.',
      ),
      { block: 'heading', level: 2, text: 'Par compétence' },
      competenceTable(standing),
      { block: 'heading', level: 2, text: 'Heures de formation déclarées' },
      hours ? hoursTable(hours) : { block: 'paragraph', text: 'La personne n’a pas noté d’heures.' },
      {
        block: 'paragraph',
        style: 'small',
        text: 'Ces heures sont déclarées par la personne ; elles s’attestent auprès de l’organisme de formation. Le temps passé sur ce site n’y est pas compté.',
      },
    ],
  };
}

type Told = { kept: readonly KeptPiece[]; asked: readonly Asked[]; standing: Standing; hours: Hours | null };

function list(items: Paragraph[][], none: string): Block[] {
  return [items.length === 0 ? { block: 'paragraph', text: none } : { block: 'list', items }];
}

function pieceLines({ kind, title, day, kept }: KeptPiece): Paragraph[] {
  const what = KINDS[kind].one;
  return [
    { text: title, style: 'strong' },
    {
      text: `${what.charAt(0).toUpperCase()}${what.slice(1)}, le ${dayText(day)}. Compétences : ${kept.competences.join(', ')}.`,
      style: 'small',
    },
    ...(kept.note ? [{ text: kept.note }] : []),
  ];
}

function confirmationLines(one: Asked, framework: Content['framework']): Paragraph[] {
  const level = one.level && ` ; niveau ${one.level}, « ${framework.levelNames[one.level - 1]} »`;
  return [
    {
      text: `Compétence ${one.competence} : ${one.occasion}, le ${dayText(one.observedOn)}`,
      style: 'strong',
    },
    {
      text: `Confirmé par ${one.peer} le ${longDate(one.answeredAt!)}${level ?? ''}.`,
      style: 'small',
    },
    { text: `Vu : ${actsText(one.acts)}.` },
    ...(one.word ? [{ text: `« ${one.word} »` }] : []),
  ];
}

function competenceTable({ domains }: Standing): Block {
  return {
    block: 'table',
    columns: [
      { title: 'Compétence', share: 0.5 },
      { title: 'Dans le dossier', share: 0.5 },
    ],
    rows: domains.flatMap(({ competences }) =>
      competences.map(({ code, title, there, confirmed }) => [
        { paragraphs: [{ text: `${code} ${title}`, style: 'cell' as const }] },
        {
          paragraphs: [
            { text: there === '' ? 'Rien encore' : there, style: 'cell' as const },
            ...(confirmed
              ? [
                  {
                    text: `Pratique confirmée par un pair le ${longDate(confirmed.on)}`,
                    style: 'small' as const,
                  },
                ]
              : []),
          ],
        },
      ]),
    ),
  };
}

function hoursTable(hours: Hours): Block {
  return {
    block: 'table',
    columns: [
      { title: 'Formation', share: 0.6 },
      { title: 'Déclarées', share: 0.2, align: 'right' },
      { title: 'Sur', share: 0.2, align: 'right' },
    ],
    rows: HOURS_FIELDS.map((field) =>
      [HOURS[field], `${hours[field]} h`, `${REQUIRED[field]} h`].map((text) => ({
        paragraphs: [{ text, style: 'cell' as const }],
      })),
    ),
  };
}
