import { encode } from 'uqr';
import { dayText, longDate } from '../../calendar/index.ts';
import type { Block, Drawing, PdfDocument, Shape } from '../../pdf/index.ts';
import { type Attestation, codeText } from './attestation.ts';
import { durationText } from './progress.ts';

export function attestationFileName({ madeAt }: Attestation): string {
  return `Attestation d’heures – ${longDate(madeAt)}.pdf`;
}

/** The paper: what was finished and when, its length, and how to check it. No level, no answer. */
export function attestationDocument(
  { code, finished, firstDay, lastDay, minutes, madeAt }: Attestation,
  { name, origin, official }: { name: string; origin: string; official: boolean },
): PdfDocument {
  const total = durationText(minutes);
  const notice: Block = {
    block: 'notice',
    paragraphs: [
      {
        text: 'La durée est estimée d’après la longueur des contenus terminés : le temps réellement passé n’est pas mesuré.',
      },
      {
        text: 'Cette attestation ne dit rien du niveau de la personne. Elle ne peut servir ni à évaluer, ni à recruter, ni à certifier.',
      },
      ...(official ? [] : [{ text: 'Elle ne vient pas d’un service officiel de l’État.' }]),
    ],
  };
  return {
    title: `Attestation d’heures – ${name}`,
    createdAt: madeAt,
    footer: `Code de vérification : ${codeText(code)}`,
    content: [
      { block: 'heading', level: 1, text: 'Attestation d’heures' },
      {
        block: 'paragraph',
        style: 'lede',
        text: [
          { text: name, bold: true },
          { text: ' a terminé sur l’Application Persévérance ce qui suit.' },
        ],
      },
      { block: 'paragraph', style: 'verdict', text: total },
      {
        block: 'paragraph',
        text:
          firstDay === lastDay
            ? `Le ${dayText(firstDay)}.`
            : `Du ${dayText(firstDay)} au ${dayText(lastDay)}.`,
      },
      { block: 'heading', level: 2, text: 'Ce qui a été terminé' },
      {
        block: 'table',
        columns: [
          { title: 'Module ou dialogue', share: 0.58 },
          { title: 'Terminé le', share: 0.26 },
          { title: 'Durée', share: 0.16, align: 'right' },
        ],
        rows: finished.map(({ title, day, minutes }) =>
          [title, dayText(day), durationText(minutes)].map((text) => ({
            paragraphs: [{ text, style: 'cell' as const }],
          })),
        ),
      },
      notice,
      { block: 'heading', level: 2, text: 'Vérifier cette attestation' },
      {
        block: 'paragraph',
        text: [
          { text: 'Sur ' },
          { text: `${origin}/verifier`, bold: true },
          { text: ', avec le code ' },
          { text: codeText(code), bold: true },
          {
            text: '. La page redit ce qui est écrit ici, avec des initiales au lieu du nom. La personne peut la retirer à tout moment.',
          },
        ],
      },
      {
        block: 'figure',
        alt: `Carré à scanner, qui mène à ${origin}/verifier/${code}`,
        drawing: squareOf(`${origin}/verifier/${code}`),
      },
      {
        block: 'paragraph',
        style: 'small',
        text: `Établie le ${longDate(madeAt)} à la demande de la personne.`,
      },
    ],
  };
}

const SQUARE = 84;

/** The address as a square to scan, at the left of the page. */
function squareOf(address: string): Drawing {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const side = SQUARE / size;
  const shapes = data.flatMap((row, y) =>
    row.flatMap((dark, x): Shape[] =>
      dark
        ? [{ shape: 'rectangle', x: x * side, y: y * side, width: side, height: side, fill: '#000000' }]
        : [],
    ),
  );
  return { height: SQUARE, shapes: () => shapes };
}
